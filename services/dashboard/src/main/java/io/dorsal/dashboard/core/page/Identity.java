package io.dorsal.dashboard.core.page;

import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which definitions and from which facts the page's figures are, and whether its outcomes agree on them.
 *
 * @param agreement in a word or two
 * @param agreementHere what that means
 */
public record Identity(List<Code> definitions, List<Code> digests, String agreement, String agreementHere) {
    /** A name or digest to be shown as it is. */
    public record Code(String term, String value) {}

    static Identity of(
            @Nullable ResponderOutcome pain,
            @Nullable OpioidOutcome opioids,
            @Nullable CoverageDetermination coverage) {
        List<Code> definitions = new ArrayList<>();
        List<Code> digests = new ArrayList<>();
        Map<String, String> stated = new LinkedHashMap<>();
        if (pain != null) {
            definitions.add(new Code("Pain relief", pain.definition()));
            definitions.add(new Code("Stimulation and usage", pain.stimulation().definition()));
            if (pain.function() != null) {
                definitions.add(new Code("Function", pain.function().definition()));
            }
            digests.add(new Code("Fact digest of pain and stimulation (SHA-256)", pain.factDigest()));
            put(stated, "pain", pain.statedDigest());
        }
        if (opioids != null) {
            definitions.add(new Code("Opioids", opioids.definition()));
            definitions.add(new Code("Factor set", opioids.factorSet()));
            definitions.add(new Code("Drug table", opioids.drugTable()));
            digests.add(new Code("Fact digest of opioids (SHA-256)", opioids.factDigest()));
            put(stated, "opioids", opioids.statedDigest());
        }
        if (coverage != null) {
            put(stated, "coverage", coverage.statedDigest());
        }
        return judged(definitions, digests, stated);
    }

    private static void put(Map<String, String> stated, String outcome, @Nullable String digest) {
        if (digest != null) {
            stated.put(outcome, digest);
        }
    }

    private static Identity judged(List<Code> definitions, List<Code> digests, Map<String, String> stated) {
        String outcomes = joined(List.copyOf(stated.keySet()));
        if (stated.size() < 2) {
            return new Identity(
                    definitions,
                    digests,
                    "Cannot be told",
                    "Fewer than two outcomes are at hand with a digest of what was stated.");
        }
        return Set.copyOf(stated.values()).size() == 1
                ? new Identity(
                        definitions,
                        digests,
                        "Yes",
                        "The outcomes of %s have seen the same trial document and the same reports."
                                .formatted(outcomes))
                : new Identity(
                        definitions,
                        digests,
                        "Not at this moment",
                        ("Of the outcomes of %s one has seen a document or report that another has not, so do not read "
                                        + "them together yet. They agree again once all have seen it, usually within "
                                        + "a second.")
                                .formatted(outcomes));
    }

    private static String joined(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
