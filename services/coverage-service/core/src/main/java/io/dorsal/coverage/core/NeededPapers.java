package io.dorsal.coverage.core;

import io.dorsal.coverage.core.Rule.Coded;
import io.dorsal.coverage.core.Rule.Documented;
import io.dorsal.coverage.core.Rule.Given;
import io.dorsal.coverage.core.Rule.Leaf;
import io.dorsal.coverage.core.Rule.Listed;
import io.dorsal.coverage.core.Rule.Threshold;
import io.dorsal.coverage.core.Rule.Treated;
import io.dorsal.model.trial.CoverageTerms;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Treatment;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a trial's papers a policy reads: minimum necessary [45 CFR 164.502(b)]. Without the others its determination
 * is the same.
 */
public final class NeededPapers {
    private final Set<FactName> facts = new HashSet<>();
    private final Set<String> documents = new HashSet<>();
    private final Set<String> treatments = new HashSet<>();

    private NeededPapers(Policy policy) {
        rules(policy).flatMap(Rule::leaves).forEach(this::read);
    }

    /** The document of the trial without papers that the policy does not ask for, or that are dated after {@code asOf}. */
    public static Trial of(Trial trial, Policy policy, Instant asOf) {
        NeededPapers needed = new NeededPapers(policy);
        LocalDate today = trial.days().dateOf(asOf);
        return trial.withPapers(
                trial.documents().stream()
                        .filter(document -> needed.asksFor(document, today))
                        .toList(),
                trial.treatments().stream()
                        .filter(treatment -> needed.asksFor(treatment, today))
                        .toList(),
                needed.terms(trial.coverage()));
    }

    private static Stream<Rule> rules(Policy policy) {
        Stream<@Nullable Criterion> scope = Stream.of(policy.scope());
        return Stream.concat(
                Stream.concat(scope.filter(Objects::nonNull), policy.criteria().stream())
                        .map(Criterion::rule),
                policy.flags().stream().map(Policy.Flag::when));
    }

    private void read(Leaf leaf) {
        switch (leaf) {
            case Threshold threshold -> facts.add(threshold.fact());
            case Coded coded -> facts.add(coded.fact());
            case Given given -> facts.add(given.fact());
            case Documented documented -> documents.add(documented.kind().word());
            case Treated treated -> treatments.add(treated.kind().word());
            case Listed listed -> treatments.add(listed.kind().word());
        }
    }

    private boolean asksFor(Document document, LocalDate today) {
        return documents.contains(document.kind()) && !document.date().isAfter(today);
    }

    private boolean asksFor(Treatment treatment, LocalDate today) {
        boolean begun = treatment.from() == null || !treatment.from().isAfter(today);
        boolean care = facts.contains(FactName.CONSERVATIVE_CARE)
                && Words.find(TreatmentKind.class, treatment.kind())
                        .filter(TreatmentKind::isConservative)
                        .isPresent();
        return begun && (care || treatments.contains(treatment.kind()));
    }

    /** The codes of the claim stay: they say what the packet is about. */
    private CoverageTerms terms(CoverageTerms terms) {
        return new CoverageTerms(
                terms.payer(),
                terms.policy(),
                facts.contains(FactName.PAIN_DURATION) ? terms.painSince() : null,
                terms.procedure(),
                terms.placeOfService(),
                terms.state(),
                terms.utn());
    }
}
