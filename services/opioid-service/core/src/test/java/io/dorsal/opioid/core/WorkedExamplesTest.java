package io.dorsal.opioid.core;

import static io.dorsal.opioid.core.Sketch.BASELINE;
import static io.dorsal.opioid.core.Sketch.BUPRENORPHINE_PATCH;
import static io.dorsal.opioid.core.Sketch.DAY_1;
import static io.dorsal.opioid.core.Sketch.METHADONE_10;
import static io.dorsal.opioid.core.Sketch.OXYCODONE_10;
import static io.dorsal.opioid.core.Sketch.OXYCODONE_5;
import static io.dorsal.opioid.core.Sketch.OXYCODONE_ER_20;
import static io.dorsal.opioid.core.Sketch.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.MmeComparison;
import io.dorsal.model.outcome.MmeTier;
import io.dorsal.model.outcome.NotConvertedReason;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import io.dorsal.model.outcome.OpioidOutcome.DayDrug;
import io.dorsal.model.outcome.OpioidStatus;
import io.dorsal.model.outcome.Reduction;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The worked examples of the opioid metrics. */
class WorkedExamplesTest {
    @Test
    void oxycodoneTenMilligramsFourTimesADayIsSixtyMme() {
        Sketch sketch = new Sketch();
        for (String time : new String[] {"06:00", "12:00", "18:00", "23:30"}) {
            sketch.takes(sketch.at(DAY_1, time), OXYCODONE_10, 1, "{tab}");
        }

        assertThat(day(sketch.assess(), DAY_1).mme()).isEqualTo(Rational.of(60));
    }

    @Test
    void aFentanylPatchCountsOnEveryDayWornAndNotOnlyOnTheDayOfApplication() {
        OpioidOutcome outcome = new Sketch()
                .wears(Sketch.FENTANYL_25, "2026-02-20T14:00:00Z", null)
                .assess();

        assertThat(outcome.days().stream().filter(day -> day.date().isBefore(DAY_1.plusDays(5))))
                .hasSize(13)
                .allMatch(day -> Rational.of(60).equals(day.mme()));
        assertThat(outcome.taken().baseline().mean()).isEqualTo(Rational.of(60));
    }

    @Test
    void takenFallsWhilePrescribedStays() {
        OpioidOutcome outcome = rotationFree().assess();

        assertThat(outcome.status()).isEqualTo(OpioidStatus.DETERMINED);
        assertThat(outcome.taken().baseline().mean()).isEqualTo(Rational.of(165, 2));
        assertThat(outcome.taken().trial().mean()).isEqualTo(Rational.of(129, 2));
        assertThat(outcome.taken().change().percent()).isEqualTo(Rational.of(-240, 11));
        assertThat(outcome.taken().change().percent().truncated(1)).isEqualTo(new BigDecimal("-21.8"));
        assertThat(outcome.taken().change().reached()).containsExactly(Reduction.ANY, Reduction.AT_LEAST_20);
        assertThat(outcome.taken().change().tierBefore()).isEqualTo(MmeTier.FROM_50);
        assertThat(outcome.taken().change().tierAfter()).isEqualTo(MmeTier.FROM_50);
        assertThat(outcome.prescribed().baseline().mean()).isEqualTo(Rational.of(90));
        assertThat(outcome.prescribed().trial().mean()).isEqualTo(Rational.of(90));
        assertThat(outcome.prescribed().change().percent()).isEqualTo(Rational.ZERO);
        assertThat(outcome.prescribed().change().reached()).isEmpty();
        assertThat(outcome.prescribed().change().tierBefore()).isEqualTo(MmeTier.FROM_90);
        assertThat(outcome.prescribed().change().tierAfter()).isEqualTo(MmeTier.FROM_90);
    }

    @Test
    void oxycodoneWithABuprenorphinePatchIsNinetyMmeAndBuprenorphineNotConverted() {
        OpioidOutcome outcome = new Sketch()
                .takes(DAY_1, OXYCODONE_10, 6)
                .wears(BUPRENORPHINE_PATCH, "2026-03-01T14:00:00Z", null)
                .assess();
        Day day = day(outcome, DAY_1);

        assertThat(day.mme()).isEqualTo(Rational.of(90));
        assertThat(day.partial()).isTrue();
        assertThat(day.byDrug()).containsExactly(new DayDrug("7804", "oxycodone", Rational.of(90)));
        assertThat(day.notConverted()).containsExactly(BUPRENORPHINE_PATCH);
        assertThat(outcome.taken().notConverted()).singleElement().satisfies(present -> {
            assertThat(present.opioid()).isEqualTo("buprenorphine");
            assertThat(present.name()).isEqualTo("168 HR buprenorphine 0.02 MG/HR Transdermal System");
            assertThat(present.reason()).isEqualTo(NotConvertedReason.NO_FACTOR);
            assertThat(present.baselineDays()).isEqualTo(1);
            assertThat(present.trialDays()).isEqualTo(5);
        });
    }

    @Test
    void methadoneFallsByAnotherShareUnderASlidingFactor() {
        Sketch sketch = new Sketch().baseline(METHADONE_10, 3).days(METHADONE_10, 2, 2, 2, 2, 2);
        OpioidOutcome linear = sketch.assess("cdc-2022");
        OpioidOutcome sliding = sketch.assess("cdc-2016");

        assertThat(linear.factorSet()).isEqualTo("cdc-2022");
        assertThat(linear.taken().baseline().mean()).isEqualTo(Rational.of(141));
        assertThat(linear.taken().trial().mean()).isEqualTo(Rational.of(94));
        assertThat(linear.taken().change().percent().truncated(1)).isEqualTo(new BigDecimal("-33.3"));
        assertThat(sliding.factorSet()).isEqualTo("cdc-2016");
        assertThat(sliding.taken().baseline().mean()).isEqualTo(Rational.of(240));
        assertThat(sliding.taken().trial().mean()).isEqualTo(Rational.of(80));
        assertThat(sliding.taken().change().percent().truncated(1)).isEqualTo(new BigDecimal("-66.6"));
        assertThat(MmeComparison.compare(sliding, linear))
                .isEqualTo(new MmeComparison(MmeComparison.Verdict.INVALID_COMPARISON, null));
        assertThat(MmeComparison.compare(linear, linear).percent()).isEqualTo(Rational.of(-100, 3));
    }

    /** Example 3: 20 mg twice a day throughout; 5 mg as needed, 21 before and 2, 1, 0, 0, 0 during the trial. */
    static Sketch rotationFree() {
        Sketch sketch = new Sketch()
                .prescribed(OXYCODONE_ER_20, 1, "{tab}", 2, false)
                .prescribed(OXYCODONE_5, 1, "{tab}", 4, true)
                .baseline(OXYCODONE_ER_20, 2)
                .days(OXYCODONE_ER_20, 2, 2, 2, 2, 2)
                .days(OXYCODONE_5, 2, 1);
        int[] asNeeded = {3, 4, 2, 3, 5, 1, 3};
        for (int i = 0; i < asNeeded.length; i++) {
            sketch.takes(BASELINE.plusDays(i), OXYCODONE_5, asNeeded[i]);
        }
        return sketch;
    }
}
