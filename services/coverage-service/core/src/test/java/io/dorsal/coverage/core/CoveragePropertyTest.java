package io.dorsal.coverage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.coverage.core.Verdict.State;
import io.dorsal.model.Rational;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Treatment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the chart: missing is never "no", criteria read only what they name, and the worklist is enough. */
class CoveragePropertyTest {
    private static final int ROUNDS = 150;
    private static final int RULES_PER_ROUND = 40;
    private final Random random = Seed.random(CoveragePropertyTest.class);
    private final RandomFacts draw = new RandomFacts(random);

    private static final List<Subject> SUBJECTS = Stream.of(
                    Stream.of(FactName.values()).map(Subject.OfFact::new),
                    Stream.of(DocumentKind.values()).map(Subject.OfDocument::new),
                    Stream.of(TreatmentKind.values()).map(Subject.OfTreatment::new))
            .<Subject>flatMap(subjects -> subjects)
            .toList();

    @Test
    void aMissingFactNeverYieldsNotMet() {
        for (int round = 0; round < ROUNDS; round++) {
            Facts whole = draw.facts();
            Subject taken = draw.some(SUBJECTS);
            Facts part = without(whole, taken);
            for (Rule rule : rules()) {
                State before = Judgement.of(whole).judge(rule).state();
                State after = Judgement.of(part).judge(rule).state();

                assertThat(after == State.NOT_MET && before != State.NOT_MET)
                        .as("%s without %s: %s, then %s", rule, taken.word(), before, after)
                        .isFalse();
            }
        }
    }

    /** Kleene's logic is monotone: what part of the facts decides, the rest does not overturn. */
    @Test
    void aVerdictOnPartOfTheFactsStandsWhenTheRestComes() {
        for (int round = 0; round < ROUNDS; round++) {
            Facts whole = draw.facts();
            Facts part = without(without(whole, draw.some(SUBJECTS)), draw.some(SUBJECTS));
            for (Rule rule : drawnRules()) {
                State early = Judgement.of(part).judge(rule).state();
                if (early == State.MET || early == State.NOT_MET) {
                    assertThat(Judgement.of(whole).judge(rule).state())
                            .as(rule.toString())
                            .isIn(early, State.NOT_APPLICABLE);
                }
            }
        }
    }

    @Test
    void aFactThatACriterionDoesNotReadNeverChangesIt() {
        for (int round = 0; round < ROUNDS; round++) {
            Facts facts = draw.facts();
            Subject changed = draw.some(SUBJECTS);
            Facts other = random.nextBoolean() ? without(facts, changed) : supplied(facts, changed);
            for (Rule rule : rules()) {
                if (rule.leaves().map(LeafJudgement::subject).noneMatch(changed::equals)) {
                    assertThat(Judgement.of(other).judge(rule))
                            .as("%s, after a change of %s", rule, changed.word())
                            .isEqualTo(Judgement.of(facts).judge(rule));
                }
            }
        }
    }

    @Test
    void completingWhatTheWorklistNamesMakesEveryPolicyDeterminable() {
        for (int round = 0; round < ROUNDS; round++) {
            Facts facts = draw.facts();
            for (Policy policy : Chart.SHIPPED.all()) {
                Facts completed = facts;
                for (Subject lacking : lacks(policy, facts)) {
                    completed = supplied(completed, lacking);
                }

                assertThat(lacks(policy, completed))
                        .as("%s still lacks something", policy.ref())
                        .isEmpty();
            }
        }
    }

    /** What the lines of the worklist are made of; {@link WorklistTest} holds the one to the other. */
    private static Set<Subject> lacks(Policy policy, Facts facts) {
        return PolicyJudgement.of(policy, Judgement.of(facts))
                .all()
                .flatMap(judged -> judged.verdict().lacks().stream())
                .map(Verdict.Lack::subject)
                .collect(Collectors.toSet());
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(drawnRules());
        Chart.SHIPPED.all().forEach(policy -> policy.criteria().forEach(criterion -> rules.add(criterion.rule())));
        return rules;
    }

    private List<Rule> drawnRules() {
        return Stream.generate(() -> draw.rule(3)).limit(RULES_PER_ROUND).toList();
    }

    private static Facts without(Facts facts, Subject subject) {
        return switch (subject) {
            case Subject.OfFact fact -> {
                Map<FactName, Fact> named = new EnumMap<>(facts.named());
                named.put(fact.name(), new Fact.Absent("taken away"));
                yield new Facts(facts.dateOfService(), named, facts.documents(), facts.treatments());
            }
            case Subject.OfDocument document -> {
                List<Document> kept = facts.documents().stream()
                        .filter(each -> !each.kind().equals(document.word()))
                        .toList();
                yield new Facts(facts.dateOfService(), facts.named(), kept, facts.treatments());
            }
            case Subject.OfTreatment treatment -> {
                List<Treatment> kept = facts.treatments().stream()
                        .filter(each -> !each.kind().equals(treatment.word()))
                        .toList();
                yield new Facts(facts.dateOfService(), facts.named(), facts.documents(), kept);
            }
        };
    }

    /** Supplied as the worklist asks for it; favourably or not. */
    private Facts supplied(Facts facts, Subject subject) {
        return switch (subject) {
            case Subject.OfFact fact -> {
                Map<FactName, Fact> named = new EnumMap<>(facts.named());
                named.put(
                        fact.name(), fact.name() == FactName.CONSERVATIVE_CARE ? longCare() : draw.known(fact.name()));
                yield new Facts(facts.dateOfService(), named, facts.documents(), facts.treatments());
            }
            case Subject.OfDocument document -> {
                List<Document> more = new ArrayList<>(facts.documents());
                List<Finding> findings = document.kind().findings();
                String says = findings.isEmpty() ? null : draw.some(findings).word();
                more.add(new Document(document.word(), facts.dateOfService(), says, "PSYCHIATRIST", null));
                yield new Facts(facts.dateOfService(), facts.named(), more, facts.treatments());
            }
            case Subject.OfTreatment treatment -> {
                List<Treatment> more = new ArrayList<>(facts.treatments());
                more.add(RandomFacts.treatment(treatment.kind(), "FAILED"));
                yield new Facts(facts.dateOfService(), facts.named(), facts.documents(), more);
            }
        };
    }

    /** The worklist asks for as many months as the policy does; less is not what it named. */
    private static Fact longCare() {
        return new Fact.Known(new FactValue.Amount(Rational.of(12)), "drawn");
    }
}
