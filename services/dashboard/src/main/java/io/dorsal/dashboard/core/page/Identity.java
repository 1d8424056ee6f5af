package io.dorsal.dashboard.core.page;

import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import java.util.ArrayList;
import java.util.List;
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

    static Identity of(@Nullable ResponderOutcome pain, @Nullable OpioidOutcome opioids) {
        List<Code> definitions = new ArrayList<>();
        List<Code> digests = new ArrayList<>();
        if (pain != null) {
            definitions.add(new Code("Pain relief", pain.definition()));
            definitions.add(new Code("Stimulation and usage", pain.stimulation().definition()));
            digests.add(new Code("Fact digest of pain and stimulation (SHA-256)", pain.factDigest()));
        }
        if (opioids != null) {
            definitions.add(new Code("Opioids", opioids.definition()));
            definitions.add(new Code("Factor set", opioids.factorSet()));
            definitions.add(new Code("Drug table", opioids.drugTable()));
            digests.add(new Code("Fact digest of opioids (SHA-256)", opioids.factDigest()));
        }
        return judged(
                definitions,
                digests,
                pain == null ? null : pain.statedDigest(),
                opioids == null ? null : opioids.statedDigest());
    }

    private static Identity judged(
            List<Code> definitions, List<Code> digests, @Nullable String pain, @Nullable String opioids) {
        if (pain == null || opioids == null) {
            return new Identity(
                    definitions,
                    digests,
                    "Cannot be told",
                    "One of the two outcomes is not at hand, or was published without a digest of what was stated.");
        }
        return pain.equals(opioids)
                ? new Identity(
                        definitions,
                        digests,
                        "Yes",
                        "Pain and opioid outcome have seen the same trial document and the same reports.")
                : new Identity(
                        definitions,
                        digests,
                        "Not at this moment",
                        "One of the two has seen a document or report that the other has not, so do not read them "
                                + "together yet. They agree again once both have seen it, usually within a second.");
    }
}
