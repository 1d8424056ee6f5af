package io.dorsal.responder.core;

import static io.dorsal.model.outcome.HolisticDomain.EQ_5D_5L;
import static io.dorsal.model.outcome.HolisticDomain.ODI;
import static io.dorsal.model.outcome.HolisticDomain.PAIN;
import static io.dorsal.model.outcome.HolisticDomain.PROMIS_PAIN_INTERFERENCE;
import static io.dorsal.model.outcome.HolisticDomain.PROMIS_PHYSICAL_FUNCTION;
import static io.dorsal.model.outcome.HolisticDomain.PROMIS_SLEEP_DISTURBANCE;
import static io.dorsal.model.outcome.HolisticDomain.SLEEP;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.HolisticDomain;
import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.HolisticOutcome.Change;
import io.dorsal.model.outcome.HolisticOutcome.Lack;
import io.dorsal.model.outcome.HolisticOutcome.Side;
import io.dorsal.model.outcome.HolisticReason;
import io.dorsal.model.outcome.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definition {@code holistic/1}: at least one MCID in all domains that were impaired at baseline. */
class HolisticResponseTest {
    private final Questionnaires trial = new Questionnaires();

    @Test
    void oneMcidInEveryImpairedDomainIsAHolisticResponder() {
        trial.pain(8, 4).scores(ODI, "52", "30").scores(EQ_5D_5L, "0.4", "0.7");
        HolisticOutcome outcome = trial.outcome();

        assertThat(outcome.definition()).isEqualTo("holistic/1");
        assertThat(outcome.status()).isEqualTo(Status.RESPONDER);
        assertThat(outcome.reason()).isNull();
        // 4/2 + 22/10 + 0.3/0.074
        assertThat(outcome.cumulativeScore()).isEqualTo(Rational.of(1_527, 185));
        assertThat(outcome.missing()).isEmpty();
    }

    @Test
    void oneImpairedDomainShortOfItsMcidIsANonResponder() {
        trial.pain(8, 2).scores(ODI, "52", "44");

        assertThat(trial.outcome().status()).isEqualTo(Status.NON_RESPONDER);
        assertThat(trial.outcome().cumulativeScore()).isEqualTo(Rational.of(38, 10));
    }

    @ParameterizedTest
    @CsvSource({
        "ODI, 40, 30, RESPONDER",
        "ODI, 40, 30.0001, NON_RESPONDER",
        "EQ_5D_5L, 0.5, 0.574, RESPONDER",
        "EQ_5D_5L, -0.1, -0.026, RESPONDER",
        "EQ_5D_5L, 0.5, 0.5739, NON_RESPONDER",
        "PROMIS_PHYSICAL_FUNCTION, 35, 40, RESPONDER",
        "PROMIS_PHYSICAL_FUNCTION, 35, 39.9, NON_RESPONDER",
        "PROMIS_PAIN_INTERFERENCE, 65.2, 60.2, RESPONDER",
        "PROMIS_PAIN_INTERFERENCE, 65.2, 60.3, NON_RESPONDER",
        "PROMIS_SLEEP_DISTURBANCE, 60, 55, RESPONDER",
        "PROMIS_SLEEP_DISTURBANCE, 60, 65, NON_RESPONDER",
        "SLEEP, 3, 5, RESPONDER",
        "SLEEP, 3, 4.9, NON_RESPONDER"
    })
    void exactlyOneMcidCounts(HolisticDomain domain, String baseline, String onTrial, Status status) {
        trial.pain(8, 4).scores(domain, baseline, onTrial);

        assertThat(trial.outcome().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "ODI, 20, false",
        "ODI, 21, true",
        "EQ_5D_5L, 0.926, true",
        "EQ_5D_5L, 0.927, false",
        "PROMIS_PHYSICAL_FUNCTION, 45, true",
        "PROMIS_PHYSICAL_FUNCTION, 45.1, false",
        "PROMIS_PAIN_INTERFERENCE, 55, true",
        "PROMIS_PAIN_INTERFERENCE, 54.9, false",
        "PROMIS_SLEEP_DISTURBANCE, 55, true",
        "PROMIS_SLEEP_DISTURBANCE, 54.9, false",
        "SLEEP, 8, true",
        "SLEEP, 8.1, false"
    })
    void impairedIsABaselineAsBadAsTheThreshold(HolisticDomain domain, String baseline, boolean impaired) {
        trial.pain(8, 4).scores(domain, baseline, baseline);

        assertThat(trial.change(domain).impaired()).isEqualTo(impaired);
    }

    @Test
    void aDomainThatWasNotImpairedHasNoSay() {
        trial.pain(8, 4).scores(ODI, "10", "30").scores(SLEEP, "9", null);
        HolisticOutcome outcome = trial.outcome();

        assertThat(outcome.status()).isEqualTo(Status.RESPONDER);
        assertThat(outcome.cumulativeScore()).isEqualTo(Rational.of(2));
        assertThat(trial.change(ODI).mcids()).isEqualTo(Rational.of(-2));
    }

    @Test
    void aWorsenedDomainCountsAgainstTheScore() {
        trial.pain(8, 4).scores(ODI, "40", "55").scores(PROMIS_PHYSICAL_FUNCTION, "40", "35");
        HolisticOutcome outcome = trial.outcome();

        assertThat(outcome.status()).isEqualTo(Status.NON_RESPONDER);
        assertThat(trial.change(ODI).improvement()).isEqualTo(Rational.of(-15));
        assertThat(trial.change(PROMIS_PHYSICAL_FUNCTION).mcids()).isEqualTo(Rational.of(-1));
        assertThat(outcome.cumulativeScore()).isEqualTo(Rational.of(-1, 2));
    }

    @Test
    void painEntersWithTheMeansOfPainRelief() {
        trial.sketch().baseline(8, 8, 7, 8, 9, 8, 8).days(4, 4, 5, 4, 3, 4, 4);
        trial.scores(ODI, "40", "30");
        Change pain = trial.change(PAIN);

        assertThat(pain.baseline().score()).isEqualTo(Rational.of(8));
        assertThat(pain.baseline().at()).isNull();
        assertThat(pain.trial().score()).isEqualTo(Rational.of(4));
        assertThat(pain.mcids()).isEqualTo(Rational.of(2));
    }

    @ParameterizedTest
    @CsvSource({"60, 40, RESPONDER", "60, 40.5, NON_RESPONDER"})
    void onTheVasTwentyMillimetresAreOneMcid(double baseline, double onTrial, Status status) {
        trial.sketch().scale(PainScale.VAS);
        trial.pain(baseline, onTrial).scores(ODI, "40", "30");

        assertThat(trial.outcome().status()).isEqualTo(status);
        assertThat(trial.change(PAIN).mcid()).isEqualTo(Rational.of(20));
    }

    @ParameterizedTest
    @CsvSource({"NRS, 4, true", "NRS, 3.9, false", "VAS, 40, true", "VAS, 39, false"})
    void painBelowTheFloorOfPainReliefIsNotImpaired(PainScale scale, double baseline, boolean impaired) {
        trial.sketch().scale(scale);
        trial.pain(baseline, 1).scores(ODI, "40", "30");

        assertThat(trial.change(PAIN).impaired()).isEqualTo(impaired);
    }

    @Test
    void aBaselineOfNoPainIsNotImpaired() {
        trial.pain(0, 0).scores(ODI, "40", "30");

        assertThat(trial.outcome().status()).isEqualTo(Status.RESPONDER);
        assertThat(trial.change(PAIN).impaired()).isFalse();
    }

    @Test
    void whereNothingWasImpairedNothingCanBeEvaluated() {
        trial.pain(2, 1).scores(ODI, "12", "2");

        assertReason(Status.NOT_EVALUABLE, HolisticReason.NOT_IMPAIRED);
        assertThat(trial.outcome().cumulativeScore()).isNull();
    }

    @Test
    void anImpairedDomainWithoutATrialScoreIsUndeterminedAndNamed() {
        trial.pain(8, 4).scores(ODI, "40", null).scores(PROMIS_SLEEP_DISTURBANCE, "60", "50");

        assertReason(Status.UNDETERMINED, HolisticReason.TRIAL_INCOMPLETE);
        assertThat(trial.outcome().missing()).containsExactly(new Lack(ODI, Side.TRIAL));
    }

    @Test
    void aFailedDomainDoesNotSettleWhatIsIncomplete() {
        trial.pain(8, 8).scores(ODI, "40", null);

        assertReason(Status.UNDETERMINED, HolisticReason.TRIAL_INCOMPLETE);
    }

    @Test
    void aDomainInUseWithoutABaselineIsUndeterminedAndNamed() {
        trial.pain(8, 4).scores(ODI, null, "10").scores(PROMIS_PAIN_INTERFERENCE, "60", "50");

        assertReason(Status.UNDETERMINED, HolisticReason.BASELINE_INCOMPLETE);
        assertThat(trial.outcome().missing()).containsExactly(new Lack(ODI, Side.BASELINE));
        assertThat(trial.change(ODI).impaired()).isNull();
    }

    @Test
    void anIncompletePainDiaryIsNamedLikeAQuestionnaire() {
        trial.sketch().baseline(8, 8, 8).days(4, 4, 4, 4, 4);
        trial.scores(ODI, "40", "30");
        assertReason(Status.UNDETERMINED, HolisticReason.BASELINE_INCOMPLETE);
        assertThat(trial.outcome().missing()).containsExactly(new Lack(PAIN, Side.BASELINE));

        Questionnaires other = new Questionnaires();
        other.sketch().baseline(8, 8, 8, 8).days(4, 4);
        other.scores(ODI, "40", "30");
        assertThat(other.outcome().missing()).containsExactly(new Lack(PAIN, Side.TRIAL));
    }

    @Test
    void aDiaryThatMixesScalesCannotBeEvaluated() {
        trial.pain(8, 4).scores(ODI, "40", "30");
        trial.sketch().pain("vas", 1, Questionnaires.DAY_7, 40, PainScale.VAS, PainConstruct.AVERAGE);

        assertReason(Status.NOT_EVALUABLE, HolisticReason.MIXED_SCALES);
        assertThat(trial.change(ODI).mcids()).isEqualTo(Rational.ONE);
    }

    @Test
    void painAloneIsNoHolisticMeasure() {
        trial.pain(8, 4);

        assertReason(Status.NOT_EVALUABLE, HolisticReason.NO_FUNCTION_REPORTED);
        assertThat(trial.outcome().domains()).extracting(Change::instrument).containsExactly(PAIN);
    }

    private void assertReason(Status status, HolisticReason reason) {
        assertThat(trial.outcome().status()).isEqualTo(status);
        assertThat(trial.outcome().reason()).isEqualTo(reason);
    }
}
