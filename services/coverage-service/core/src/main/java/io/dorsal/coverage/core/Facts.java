package io.dorsal.coverage.core;

import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Treatment;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A trial's evidence as named facts, as of an instant: what is dated later does not count.
 *
 * @param dateOfService the placement of the trial lead; while it is not placed, the as-of date
 * @param named every name of the vocabulary
 * @param documents with words outside the closed lists, which match nothing
 * @param treatments likewise
 */
public record Facts(
        LocalDate dateOfService, Map<FactName, Fact> named, List<Document> documents, List<Treatment> treatments) {

    public Facts {
        EnumMap<FactName, Fact> all = new EnumMap<>(FactName.class);
        for (FactName name : FactName.values()) {
            all.put(name, named.getOrDefault(name, new Fact.Absent("not stated")));
        }
        named = Collections.unmodifiableMap(all);
        documents = List.copyOf(documents);
        treatments = List.copyOf(treatments);
    }

    /** The facts of a trial that are dated up to {@code asOf}. */
    public static Facts of(Evidence evidence, Instant asOf) {
        Trial trial = evidence.trial();
        LocalDate today = trial.days().dateOf(asOf);
        Instant placedAt = trial.leadPlacedAt();
        LocalDate dateOfService = placedAt == null || placedAt.isAfter(asOf)
                ? today
                : trial.days().dateOf(placedAt);
        List<Document> documents = trial.documents().stream()
                .filter(document -> !document.date().isAfter(today))
                .toList();
        List<Treatment> treatments = trial.treatments().stream()
                .filter(treatment ->
                        treatment.from() == null || !treatment.from().isAfter(today))
                .toList();
        EnumMap<FactName, Fact> named = new EnumMap<>(FactName.class);
        named.putAll(TermFacts.of(trial, dateOfService));
        named.putAll(LeadFacts.of(trial, asOf));
        named.putAll(OutcomeFacts.of(evidence));
        named.putAll(ReportFacts.of(evidence, asOf));
        named.put(FactName.CONSERVATIVE_CARE, ConservativeCare.of(treatments, dateOfService));
        return new Facts(dateOfService, named, documents, treatments);
    }

    public Fact get(FactName name) {
        Fact fact = named.get(name);
        if (fact == null) {
            throw new IllegalStateException("The constructor fills in every name; %s is not there.".formatted(name));
        }
        return fact;
    }
}
