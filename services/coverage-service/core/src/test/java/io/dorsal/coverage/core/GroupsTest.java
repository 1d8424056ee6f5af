package io.dorsal.coverage.core;

import static io.dorsal.coverage.core.Verdict.State.MET;
import static io.dorsal.coverage.core.Verdict.State.NOT_APPLICABLE;
import static io.dorsal.coverage.core.Verdict.State.NOT_MET;
import static io.dorsal.coverage.core.Verdict.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.coverage.core.Verdict.State;
import io.dorsal.model.outcome.CoverageDetermination.Criterion;
import io.dorsal.model.outcome.CoverageDetermination.Group;
import io.dorsal.model.outcome.CoverageDetermination.Part;
import io.dorsal.model.outcome.CoverageDetermination.ReadFact;
import io.dorsal.model.outcome.CriterionResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups have three values; what does not apply drops out. */
class GroupsTest {
    private static final Facts FACTS = Chart.complete().facts();

    /** L6: relief at least 50 %, or analgesics at least 50 % less. Each is met, not met or missing. */
    @ParameterizedTest
    @CsvSource({
        "62.5, 55, MET",
        "62.5, 20, MET",
        "62.5,   , MET",
        "30,   55, MET",
        "30,   20, NOT_MET",
        "30,     , NOT_DETERMINABLE",
        "  ,   55, MET",
        "  ,   20, NOT_DETERMINABLE",
        "  ,     , NOT_DETERMINABLE"
    })
    void ruleL6HasNineCases(String relief, String analgesics, CriterionResult expected) {
        Chart chart = Chart.complete();
        chart = relief == null ? chart.unanswered() : chart.relief(relief);
        chart = analgesics == null ? chart : chart.analgesics(analgesics);

        Criterion l6 = chart.criterion("mac-scs-ngs", "L6");

        assertThat(l6.result()).isEqualTo(expected);
        assertThat(l6.facts()).extracting(ReadFact::name).containsExactly("painRelief", "analgesicReduction");
        assertThat(l6.explanation()).contains("at least 50 % is required");
    }

    @ParameterizedTest
    @CsvSource({
        "MET MET, MET, MET",
        "MET NOT_MET, NOT_MET, MET",
        "MET UNKNOWN, UNKNOWN, MET",
        "NOT_MET UNKNOWN, NOT_MET, UNKNOWN",
        "NOT_MET NOT_MET, NOT_MET, NOT_MET",
        "UNKNOWN UNKNOWN, UNKNOWN, UNKNOWN",
        "MET NOT_APPLICABLE, MET, MET",
        "NOT_MET NOT_APPLICABLE, NOT_MET, NOT_MET",
        "UNKNOWN NOT_APPLICABLE, UNKNOWN, UNKNOWN",
        "NOT_APPLICABLE NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE"
    })
    void allOfAndAnyOf(String members, State all, State any) {
        assertThat(judge(new Rule.AllOf(rules(members)))).isEqualTo(all);
        assertThat(judge(new Rule.AnyOf(rules(members)))).isEqualTo(any);
    }

    @ParameterizedTest
    @CsvSource({
        "MET MET NOT_MET, MET",
        "MET UNKNOWN NOT_MET, UNKNOWN",
        "MET NOT_MET NOT_MET, NOT_MET",
        "UNKNOWN NOT_MET NOT_MET, NOT_MET",
        "UNKNOWN UNKNOWN NOT_MET, UNKNOWN",
        "MET NOT_APPLICABLE NOT_APPLICABLE, MET",
        "MET NOT_MET NOT_APPLICABLE, NOT_MET",
        "NOT_APPLICABLE NOT_APPLICABLE NOT_APPLICABLE, NOT_APPLICABLE"
    })
    void twoOfThree(String members, State expected) {
        assertThat(judge(new Rule.NOf(2, rules(members)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "MET, MET, MET",
        "MET, NOT_MET, NOT_MET",
        "MET, UNKNOWN, UNKNOWN",
        "NOT_MET, NOT_MET, NOT_APPLICABLE",
        "NOT_APPLICABLE, NOT_MET, NOT_APPLICABLE",
        "UNKNOWN, NOT_MET, UNKNOWN",
        "UNKNOWN, MET, UNKNOWN"
    })
    void onlyWhen(State condition, State then, State expected) {
        assertThat(judge(new Rule.OnlyWhen(rule(condition), rule(then)))).isEqualTo(expected);
    }

    @Test
    void whatAnUndecidedPreconditionWouldNeedIsNamedAtOnce() {
        Verdict verdict = Judgement.of(FACTS).judge(new Rule.OnlyWhen(rule(UNKNOWN), rule(UNKNOWN)));

        assertThat(verdict.lacks()).extracting(lack -> lack.subject().word()).containsExactly("opioidReduction");
        assertThat(verdict.explanation()).startsWith("whether it applies is not known: ");
    }

    @Test
    void aGroupIsToldPartByPartAsItIsNested() {
        Rule some = new Rule.NOf(2, rules("MET NOT_MET"));
        Rule rule = new Rule.OnlyWhen(rule(MET), new Rule.AllOf(List.of(rule(UNKNOWN), some)));

        Group group = Judgement.of(FACTS).judge(rule).group();

        assertThat(group.atLeast()).as("all of them").isNull();
        assertThat(group.parts())
                .extracting(Part::result)
                .containsExactly(CriterionResult.NOT_DETERMINABLE, CriterionResult.NOT_MET);
        assertThat(group.parts().getFirst().explanation()).startsWith("opioidReduction is missing");
        assertThat(group.parts().getLast().group().atLeast()).isEqualTo(2);
        assertThat(group.parts().getLast().group().parts()).hasSize(2);
        assertThat(Judgement.of(FACTS).judge(rule(MET)).group()).isNull();
    }

    private static State judge(Rule rule) {
        return Judgement.of(FACTS).judge(rule).state();
    }

    private static List<Rule> rules(String states) {
        return Stream.of(states.split(" "))
                .map(State::valueOf)
                .map(GroupsTest::rule)
                .toList();
    }

    /** A rule that comes to that state on the complete chart. */
    private static Rule rule(State state) {
        return switch (state) {
            case MET -> new Rule.Given(FactName.PAIN_RELIEF);
            case NOT_MET -> new Rule.Coded(FactName.THERAPY, Rule.Membership.IN, List.of("PNS"));
            case UNKNOWN -> new Rule.Given(FactName.OPIOID_REDUCTION);
            case NOT_APPLICABLE -> new Rule.OnlyWhen(rule(NOT_MET), rule(MET));
        };
    }

    @Test
    void theRulesOfThisTestComeToTheirStates() {
        for (State state : List.of(MET, NOT_MET, UNKNOWN, NOT_APPLICABLE)) {
            assertThat(judge(rule(state))).isEqualTo(state);
        }
    }
}
