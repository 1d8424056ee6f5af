package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.report.Statement.Retraction;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Which entries count: scale, construct, revision, and once per day. */
class CountingEntriesTest {
    private final Sketch sketch = new Sketch().baseline(8, 8, 8, 8, 8, 8, 8);

    @Test
    void theDailyMeanCountsOnceHoweverManyEntriesADayHas() {
        sketch.days(2, 2, 2, 2, 2, 2, null);
        for (int hour = 10; hour < 20; hour++) {
            sketch.pain("bad-" + hour, 1, sketch.at(LocalDate.of(2026, 3, 9), hour + ":00"), 9);
        }

        assertThat(sketch.assess().trial().mean()).isEqualTo(Rational.of(6 * 2 + 9, 7));
    }

    @Test
    void onlyTheConstructOfTheTrialCounts() {
        sketch.days(4, 4, 4, 4, 4, 4, 4);
        sketch.pain("worst", 1, sketch.at(LocalDate.of(2026, 3, 5), "08:00"), 10, PainScale.NRS, PainConstruct.WORST);
        sketch.pain("mm", 1, sketch.at(LocalDate.of(2026, 3, 5), "09:00"), 80, PainScale.VAS, PainConstruct.WORST);

        assertThat(sketch.assess().relief()).isEqualTo(Rational.of(50));
    }

    @Test
    void mixedScalesAreNotEvaluable() {
        sketch.days(4, 4, 4, 4, 4, 4, 4);
        sketch.pain("mm", 1, sketch.at(LocalDate.of(2026, 3, 5), "09:00"), 40, PainScale.VAS, PainConstruct.AVERAGE);

        ResponderOutcome outcome = sketch.assess();

        assertThat(outcome.status()).isEqualTo(Status.NOT_EVALUABLE);
        assertThat(outcome.reason()).isEqualTo(StatusReason.MIXED_SCALES);
        assertThat(outcome.relief()).isNull();
    }

    @Test
    void anotherScaleOutsideTheWindowsMixesNothing() {
        sketch.days(4, 4, 4, 4, 4, 4, 4);
        sketch.pain("mm", 1, sketch.at(Sketch.PLACEMENT, "09:00"), 40, PainScale.VAS, PainConstruct.AVERAGE);
        sketch.pain("old", 1, Instant.parse("2025-12-01T12:00:00Z"), 40, PainScale.VAS, PainConstruct.AVERAGE);

        assertThat(sketch.assess().status()).isEqualTo(Status.RESPONDER);
    }

    @Test
    void entriesAllOfAnotherScaleDoNotCount() {
        Sketch vasOnly = new Sketch();
        for (int day = 1; day <= 7; day++) {
            Instant at = vasOnly.at(Sketch.PLACEMENT.minusDays(day), "12:00");
            vasOnly.pain("v-" + day, 1, at, 80, PainScale.VAS, PainConstruct.AVERAGE);
        }

        assertThat(vasOnly.assess().reason()).isEqualTo(StatusReason.BASELINE_INCOMPLETE);
    }

    @Test
    void aRetractedReportCountsAsAbsent() {
        sketch.days(4, 4, 4, 4, 4, 4, 9);
        sketch.report("p-2026-03-09", 2, new Retraction(ReportKind.PAIN, "typed on the wrong day"));

        ResponderOutcome outcome = sketch.assess();

        assertThat(outcome.trial().answeredDays()).isEqualTo(6);
        assertThat(outcome.relief()).isEqualTo(Rational.of(50));
    }

    @Test
    void aLowerRevisionThatComesLaterChangesNothing() {
        sketch.days(4, 4, 4, 4, 4, 4, 4);
        sketch.pain("p-2026-03-09", 3, sketch.at(LocalDate.of(2026, 3, 9), "20:00"), 4);
        ResponderOutcome before = sketch.assess();
        sketch.pain("p-2026-03-09", 2, sketch.at(LocalDate.of(2026, 3, 9), "20:00"), 10);

        assertThat(sketch.assess()).isEqualTo(before);
    }

    @Test
    void aCorrectedTimeMovesTheEntryToItsDay() {
        sketch.days(4, 4, 4, 4, 4, 4, 4);
        sketch.pain("p-2026-03-09", 2, sketch.at(LocalDate.of(2026, 3, 8), "21:00"), 6);

        ResponderOutcome outcome = sketch.assess();

        assertThat(outcome.trial().answeredDays()).isEqualTo(6);
        assertThat(outcome.trial().mean()).isEqualTo(Rational.of(25, 6));
    }

    @Test
    void entriesBeforeTheBaselineWindowDoNotCount() {
        sketch.diary(LocalDate.of(2026, 2, 22), 0);

        assertThat(sketch.assess().baseline().mean()).isEqualTo(Rational.of(8));
    }
}
