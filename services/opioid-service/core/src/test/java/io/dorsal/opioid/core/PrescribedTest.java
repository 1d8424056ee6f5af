package io.dorsal.opioid.core;

import static io.dorsal.opioid.core.Sketch.BUPRENORPHINE_PATCH;
import static io.dorsal.opioid.core.Sketch.DAY_1;
import static io.dorsal.opioid.core.Sketch.FENTANYL_25;
import static io.dorsal.opioid.core.Sketch.METHADONE_10;
import static io.dorsal.opioid.core.Sketch.OXYCODONE_10;
import static io.dorsal.opioid.core.Sketch.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidReason;
import io.dorsal.model.outcome.OpioidStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The regimen at its maximum: beside what was taken, never instead of it. */
class PrescribedTest {
    private final Sketch sketch = new Sketch();

    @Test
    void withoutAnyIntakeReportTheOutcomeSaysSoAndDoesNotFallBack() {
        OpioidOutcome outcome =
                sketch.prescribed(OXYCODONE_10, 1, "{tab}", 4, false).assess();

        assertThat(outcome.status()).isEqualTo(OpioidStatus.UNDETERMINED);
        assertThat(outcome.reason()).isEqualTo(OpioidReason.NO_INTAKE_REPORTED);
        assertThat(outcome.taken().baseline().mean()).isNull();
        assertThat(outcome.taken().change()).isNull();
        assertThat(outcome.prescribed().baseline().mean()).isEqualTo(Rational.of(60));
        assertThat(outcome.prescribed().baseline().knownDays()).isEqualTo(7);
    }

    @Test
    void asNeededCountsInFull() {
        sketch.prescribed(OXYCODONE_10, 2, "{tab}", "1.5", true);

        assertThat(day(sketch.assess(), DAY_1).prescribed()).isEqualTo(Rational.of(45));
    }

    @Test
    void theFirstAndTheLastDateOfARegimenAreIncluded() {
        OpioidOutcome outcome = sketch.prescribed(OXYCODONE_10, 1, "{tab}", 4, false, "2026-03-03", "2026-03-04")
                .assess();

        assertThat(day(outcome, LocalDate.of(2026, 3, 2)).prescribed()).isEqualTo(Rational.ZERO);
        assertThat(day(outcome, LocalDate.of(2026, 3, 3)).prescribed()).isEqualTo(Rational.of(60));
        assertThat(day(outcome, LocalDate.of(2026, 3, 4)).prescribed()).isEqualTo(Rational.of(60));
        assertThat(day(outcome, LocalDate.of(2026, 3, 5)).prescribed()).isEqualTo(Rational.ZERO);
    }

    @Test
    void withoutARegimenNothingIsKnownOfThePrescription() {
        OpioidOutcome outcome = sketch.takes(DAY_1, OXYCODONE_10, 1).assess();

        assertThat(day(outcome, DAY_1).prescribed()).isNull();
        assertThat(outcome.prescribed().baseline().mean()).isNull();
        assertThat(outcome.prescribed().change()).isNull();
    }

    @Test
    void patchesArePrescribedByHowManyAreWornAtOnce() {
        sketch.prescribed(FENTANYL_25, 2, "{patch}", "0.333333", false);

        assertThat(day(sketch.assess(), DAY_1).prescribed()).isEqualTo(Rational.of(120));
    }

    @Test
    void anUnconvertedDrugIsNamedInThePrescriptionToo() {
        OpioidOutcome outcome = sketch.prescribed(BUPRENORPHINE_PATCH, 1, "{patch}", 1, false)
                .prescribed(OXYCODONE_10, 1, "{tab}", 1, false)
                .assess();

        assertThat(outcome.prescribed().notConverted())
                .extracting(OpioidOutcome.NotConverted::opioid)
                .containsExactly("buprenorphine");
        assertThat(outcome.prescribed().baseline().partialDays()).isEqualTo(7);
        assertThat(outcome.taken().notConverted()).isEmpty();
    }

    @Test
    void prescribedMethadoneSlidesWithTheWholeDay() {
        sketch.prescribed(METHADONE_10, 1, "{tab}", 2, false).prescribed(METHADONE_10, 1, "{tab}", 1, true);

        assertThat(day(sketch.assess("cdc-2016"), DAY_1).prescribed()).isEqualTo(Rational.of(240));
    }

    @Test
    void bothSeriesAreOverTheSameDays() {
        sketch.removed(null).prescribed(OXYCODONE_10, 1, "{tab}", 4, false).takes(DAY_1, OXYCODONE_10, 1);
        // 5 March is not answered yet: it counts in neither.
        OpioidOutcome outcome = sketch.assess(Instant.parse("2026-03-05T17:00:00Z"));

        assertThat(outcome.taken().trial().to()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(outcome.prescribed().trial().to()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(outcome.prescribed().trial().days()).isEqualTo(2);
    }
}
