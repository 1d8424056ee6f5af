package io.dorsal.opioid.core;

import static io.dorsal.opioid.core.Sketch.DAY_1;
import static io.dorsal.opioid.core.Sketch.MORPHINE_15;
import static io.dorsal.opioid.core.Sketch.OXYCODONE_10;
import static io.dorsal.opioid.core.Sketch.PLACEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.MmeComparison;
import io.dorsal.model.outcome.MmeTier;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidReason;
import io.dorsal.model.outcome.OpioidStatus;
import io.dorsal.model.outcome.Reduction;
import io.dorsal.model.wire.OpioidOutcomeCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From baseline to trial: windows, percentages, reductions and tiers. */
class ChangeTest {
    /** 1 mg of morphine is 1 MME. */
    private static final String MORPHINE = MORPHINE_15;

    private final Sketch sketch = new Sketch();

    @ParameterizedTest
    @CsvSource({
        "100, 100,   ''",
        "100, 101,   ''",
        "100, 99.99, ANY",
        "100, 80.01, ANY",
        "100, 80,    ANY AT_LEAST_20",
        "100, 70.01, ANY AT_LEAST_20",
        "100, 70,    ANY AT_LEAST_20 AT_LEAST_30",
        "100, 50.01, ANY AT_LEAST_20 AT_LEAST_30",
        "100, 50,    ANY AT_LEAST_20 AT_LEAST_30 AT_LEAST_50",
        "100, 0.01,  ANY AT_LEAST_20 AT_LEAST_30 AT_LEAST_50",
        "100, 0,     ANY AT_LEAST_20 AT_LEAST_30 AT_LEAST_50 ELIMINATED"
    })
    void reductionsIncludeTheirLimit(String before, String after, String reached) {
        milligrams(before, after);

        assertThat(String.join(
                        " ",
                        sketch.assess().taken().change().reached().stream()
                                .map(Reduction::word)
                                .toList()))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01,  ABOVE_0",
        "19.99, ABOVE_0",
        "20,    FROM_20",
        "49.99, FROM_20",
        "50,    FROM_50",
        "89.99, FROM_50",
        "90,    FROM_90",
        "900,   FROM_90"
    })
    void tiersIncludeTheirLowerBound(String mme, MmeTier tier) {
        milligrams(mme, mme);

        assertThat(sketch.assess().taken().change().tierBefore()).isEqualTo(tier);
        assertThat(sketch.assess().taken().change().tierAfter()).isEqualTo(tier);
    }

    @Test
    void withNothingAtBaselineAChangeIsNotApplicableAndNever100Percent() {
        milligrams("0", "10");
        OpioidOutcome outcome = sketch.assess();

        assertThat(outcome.status()).isEqualTo(OpioidStatus.NOT_APPLICABLE);
        assertThat(outcome.reason()).isEqualTo(OpioidReason.BASELINE_ZERO);
        assertThat(outcome.taken().change().percent()).isNull();
        assertThat(outcome.taken().change().reached()).isEmpty();
        assertThat(outcome.taken().change().tierBefore()).isEqualTo(MmeTier.ZERO);
        assertThat(outcome.taken().change().tierAfter()).isEqualTo(MmeTier.ABOVE_0);
        assertThat(MmeComparison.compare(outcome, outcome).verdict()).isEqualTo(MmeComparison.Verdict.NOT_APPLICABLE);
    }

    @Test
    void twoZeroesAreTooFewDaysAndNotYetABaselineOfZero() {
        sketch.nothing(Sketch.BASELINE).nothing(Sketch.BASELINE.plusDays(1));

        assertUndetermined(OpioidReason.BASELINE_INCOMPLETE);
    }

    @Test
    void threeKnownBaselineDaysAreTooFew() {
        Sketch.BASELINE.datesUntil(Sketch.BASELINE.plusDays(3)).forEach(date -> sketch.takes(date, OXYCODONE_10, 1));
        sketch.days(OXYCODONE_10, 1, 1, 1, 1, 1);

        assertUndetermined(OpioidReason.BASELINE_INCOMPLETE);
        sketch.takes(Sketch.BASELINE.plusDays(3), OXYCODONE_10, 1);
        assertThat(sketch.assess().status()).isEqualTo(OpioidStatus.DETERMINED);
    }

    @Test
    void twoKnownTrialDaysAreTooFewAndSoIsLessThanHalf() {
        sketch.baseline(OXYCODONE_10, 1).days(OXYCODONE_10, 1, 1, null, null, null);
        assertUndetermined(OpioidReason.TRIAL_INCOMPLETE);

        sketch.removed("2026-03-10T14:00:00Z").takes(DAY_1.plusDays(2), OXYCODONE_10, 1);
        assertUndetermined(OpioidReason.TRIAL_INCOMPLETE);

        sketch.takes(DAY_1.plusDays(3), OXYCODONE_10, 1);
        assertThat(sketch.assess().status()).isEqualTo(OpioidStatus.DETERMINED);
    }

    @Test
    void anUnknownDayIsLeftOutOfTheMean() {
        sketch.baseline(OXYCODONE_10, 4).days(OXYCODONE_10, 2, null, 2, 2, null);

        assertThat(sketch.assess().taken().trial().mean()).isEqualTo(Rational.of(30));
        assertThat(sketch.assess().taken().change().reached()).contains(Reduction.AT_LEAST_50);
    }

    @Test
    void theLastThreeDaysAndTheLastDayStandBesideTheWholeTrial() {
        sketch.baseline(OXYCODONE_10, 4).days(OXYCODONE_10, 4, 4, 3, 2, 1);
        OpioidOutcome outcome = sketch.assess();

        assertThat(outcome.taken().trial().mean()).isEqualTo(Rational.of(42));
        assertThat(outcome.taken().lastThree().mean()).isEqualTo(Rational.of(30));
        assertThat(outcome.taken().end().mean()).isEqualTo(Rational.of(15));
        assertThat(outcome.taken().end().from()).isEqualTo(LocalDate.of(2026, 3, 7));
        assertThat(outcome.taken().change().percent()).isEqualTo(Rational.of(-30));
        assertThat(outcome.taken().change().lastThreePercent()).isEqualTo(Rational.of(-50));
        assertThat(outcome.taken().change().endPercent()).isEqualTo(Rational.of(-75));
    }

    @Test
    void placementAndRemovalDatesNeverCount() {
        sketch.baseline(OXYCODONE_10, 4).days(OXYCODONE_10, 2, 2, 2, 2, 2);
        OpioidOutcome before = sketch.assess();
        sketch.takes(PLACEMENT, OXYCODONE_10, 40).takes(LocalDate.of(2026, 3, 8), OXYCODONE_10, 40);

        assertThat(sketch.assess().taken()).isEqualTo(before.taken());
    }

    @Test
    void aRotationIsVisibleBesideTheTotal() {
        sketch.baseline(OXYCODONE_10, 4).days(MORPHINE, 2, 2, 2, 2, 2);
        OpioidOutcome outcome = sketch.assess();

        assertThat(outcome.taken().byDrug())
                .containsExactly(drug("7052", "morphine", 0, 30), drug("7804", "oxycodone", 60, 0));
        assertThat(outcome.taken().change().reached()).contains(Reduction.AT_LEAST_50);
    }

    @Test
    void aSwitchToADrugWithoutFactorEliminatesNothing() {
        sketch.baseline(OXYCODONE_10, 4).wears(Sketch.BUPRENORPHINE_PATCH, "2026-03-02T20:00:00Z", null);
        OpioidOutcome outcome = sketch.assess();

        assertThat(outcome.taken().trial().mean()).isEqualTo(Rational.ZERO);
        assertThat(outcome.taken().trial().partialDays()).isEqualTo(5);
        assertThat(outcome.taken().change().partial()).isTrue();
        assertThat(outcome.taken().change().reached()).doesNotContain(Reduction.ELIMINATED);
    }

    @Test
    void beforeThePlacementThereIsNoTrial() {
        sketch.baseline(OXYCODONE_10, 4);
        OpioidOutcome outcome = sketch.assess(Instant.parse("2026-02-28T12:00:00Z"));
        assertThat(outcome.status()).isEqualTo(OpioidStatus.NOT_EVALUABLE);
        assertThat(outcome.reason()).isEqualTo(OpioidReason.NOT_STARTED);
        assertThat(outcome.taken().baseline().knownDays()).isEqualTo(5);
        assertThat(outcome.taken().end().days()).isZero();
        assertThat(outcome.taken().change()).isNull();

        OpioidOutcome unplanned = sketch.placed(null).removed(null).assess();
        assertThat(unplanned.reason()).isEqualTo(OpioidReason.NOT_STARTED);
        assertThat(unplanned.days()).isEmpty();
        assertThat(MmeComparison.compare(outcome, unplanned).verdict()).isEqualTo(MmeComparison.Verdict.UNDETERMINED);
    }

    @Test
    void figuresOnTheWireAreTruncatedTowardZero() {
        sketch.baseline(OXYCODONE_10, 4).takes(DAY_1, OXYCODONE_10, "2.66666666");
        sketch.days(OXYCODONE_10, null, 2, 3);
        ObjectNode json = OpioidOutcomeCodec.node(sketch.assess());

        // (39.9999999 + 30 + 45)/3 = 38.33333… and its share of 60 is −36.1111…: cut, not rounded.
        assertThat(json.at("/days/8/mme").decimalValue()).isEqualByComparingTo("39.9999");
        assertThat(json.at("/trial/mean").decimalValue()).isEqualByComparingTo("38.3333");
        assertThat(json.at("/change/percent").decimalValue()).isEqualByComparingTo("-36.1111");
        assertThat(Rational.parse(json.at("/change/exact").textValue()))
                .isEqualTo(sketch.assess().taken().change().percent());
    }

    private void assertUndetermined(OpioidReason reason) {
        OpioidOutcome outcome = sketch.assess();
        assertThat(outcome.status()).isEqualTo(OpioidStatus.UNDETERMINED);
        assertThat(outcome.reason()).isEqualTo(reason);
        assertThat(outcome.taken().change()).isNull();
    }

    private void milligrams(String before, String after) {
        Sketch.BASELINE.datesUntil(PLACEMENT).forEach(date -> sketch.takes(date, MORPHINE, before, "mg"));
        List.of(0, 1, 2, 3, 4).forEach(day -> sketch.takes(DAY_1.plusDays(day), MORPHINE, after, "mg"));
    }

    private static OpioidOutcome.DrugMme drug(String rxcui, String name, long before, long after) {
        return new OpioidOutcome.DrugMme(
                rxcui, name, Rational.of(before), Rational.of(after), Rational.of(after), Rational.of(after));
    }
}
