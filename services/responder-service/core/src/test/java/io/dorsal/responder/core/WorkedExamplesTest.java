package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.Span;
import io.dorsal.model.event.Happening.UsageRecorded;
import io.dorsal.model.outcome.Grade;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import io.dorsal.model.report.Statement.PerceivedRelief;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The worked examples of the outcome definitions, section 5. */
class WorkedExamplesTest {
    @Test
    void exactlyFiftyPercentIsAResponder() {
        Sketch sketch = new Sketch().baseline(8, 8, 7, 8, 9, 8, 8).days(4, 4, 5, 4, 3, 4, 4);
        sketch.pain("placement", 1, sketch.at(Sketch.PLACEMENT, "20:00"), 2);

        ResponderOutcome outcome = sketch.assess();

        assertThat(outcome.baseline().mean()).isEqualTo(Rational.of(8));
        assertThat(outcome.trial().mean()).isEqualTo(Rational.of(4));
        assertThat(outcome.relief()).isEqualTo(Rational.of(50));
        assertThat(outcome.status()).isEqualTo(Status.RESPONDER);
        assertThat(outcome.reason()).isNull();
        assertThat(outcome.grade()).isEqualTo(Grade.SUBSTANTIAL);
        assertThat(outcome.remission()).isFalse();
        assertThat(outcome.complete()).isTrue();
    }

    @Test
    void baselineZeroIsNotEvaluable() {
        ResponderOutcome outcome = new Sketch()
                .baseline(0, 0, 0, 0, 0, 0, 0)
                .days(0, 1, 0, 1, 0, 1, 0)
                .assess();

        assertThat(outcome.status()).isEqualTo(Status.NOT_EVALUABLE);
        assertThat(outcome.reason()).isEqualTo(StatusReason.BASELINE_ZERO);
        assertThat(outcome.relief()).isNull();
        assertThat(outcome.bounds()).isNull();
        assertThat(outcome.grade()).isNull();
    }

    @Test
    void missingDaysMakeAVerdictFragileAndUnsettled() {
        ResponderOutcome outcome = new Sketch()
                .baseline(8, 8, 8, 8, 8, 8, 8)
                .days(3, null, 4, null, null, 3, 2)
                .assess();

        assertThat(outcome.trial().mean()).isEqualTo(Rational.of(3));
        assertThat(outcome.relief()).isEqualTo(Rational.of(125, 2));
        assertThat(outcome.status()).isEqualTo(Status.RESPONDER);
        assertThat(outcome.remission()).isTrue();
        assertThat(outcome.bocf().truncated(2)).isEqualTo(new BigDecimal("35.71"));
        assertThat(outcome.fragile()).isTrue();
        assertThat(outcome.bounds().worst()).isEqualTo(Rational.of(25));
        assertThat(outcome.bounds().best().truncated(2)).isEqualTo(new BigDecimal("78.57"));
        assertThat(outcome.settled()).isFalse();
        assertThat(outcome.trial().answeredDays()).isEqualTo(4);
        assertThat(outcome.trial().days()).isEqualTo(7);
    }

    @Test
    void aCorrectionChangesTheVerdict() {
        Sketch sketch = new Sketch()
                .removed("2026-03-08T15:00:00Z")
                .baseline(6, 6, 6, 6, 6, 6, 6)
                .days(3, 3, 8, 3, 3);
        ResponderOutcome before = sketch.assess();
        sketch.pain("p-2026-03-05", 2, sketch.at(LocalDate.of(2026, 3, 5), "20:00"), 3);
        ResponderOutcome after = sketch.assess();

        assertThat(before.relief().truncated(2)).isEqualTo(new BigDecimal("33.33"));
        assertThat(before.status()).isEqualTo(Status.NON_RESPONDER);
        assertThat(after.relief()).isEqualTo(Rational.of(50));
        assertThat(after.status()).isEqualTo(Status.RESPONDER);
        assertThat(after.factDigest()).isNotEqualTo(before.factDigest());
    }

    @Test
    void twentyHoursOfATwentyThreeHourDay() {
        Sketch sketch = new Sketch().wears();
        LocalDate march8 = LocalDate.of(2026, 3, 8);
        Instant midnight = sketch.at(march8, "00:00");
        sketch.event(0, 0, midnight.plusSeconds(20 * 3600), usage(midnight, 20));

        Day day = day(sketch.assess(), march8);

        assertThat(day.lengthSeconds()).isEqualTo(23 * 3600);
        assertThat(day.usagePercent().truncated(2)).isEqualTo(new BigDecimal("86.95"));
        assertThat(day.unknownSeconds()).isEqualTo(3 * 3600);
    }

    @Test
    void allOfATwentyThreeHourDayIsHundredPercent() {
        Sketch sketch = new Sketch().wears();
        LocalDate march8 = LocalDate.of(2026, 3, 8);
        Instant midnight = sketch.at(march8, "00:00");
        sketch.event(0, 0, midnight.plusSeconds(23 * 3600), usage(midnight, 23));

        assertThat(day(sketch.assess(), march8).usagePercent()).isEqualTo(Rational.of(100));
    }

    @Test
    void theRepeatedHourHoldsTwoEntries() {
        Sketch sketch = new Sketch()
                .placed("2026-10-30T15:00:00Z")
                .removed("2026-11-06T15:00:00Z")
                .pain("edt", 1, Instant.parse("2026-11-01T05:30:00Z"), 6)
                .pain("est", 1, Instant.parse("2026-11-01T06:30:00Z"), 4)
                .pain("evening", 1, Instant.parse("2026-11-02T01:00:00Z"), 2);

        Day day = day(sketch.assess(), LocalDate.of(2026, 11, 1));

        assertThat(day.lengthSeconds()).isEqualTo(25 * 3600);
        assertThat(day.entries()).isEqualTo(3);
        assertThat(day.mean()).isEqualTo(Rational.of(4));
    }

    @Test
    void perceivedReliefStandsBesideTheCalculatedOne() {
        Sketch sketch = new Sketch().baseline(8, 8, 8, 8, 8, 8, 8).days(5, 5, 5, 5, 5, 5, 5);
        sketch.report("r-1", 1, new PerceivedRelief(Instant.parse("2026-03-10T13:00:00Z"), new BigDecimal(60)));

        ResponderOutcome outcome = sketch.assess();

        assertThat(outcome.relief()).isEqualTo(Rational.of(75, 2));
        assertThat(outcome.status()).isEqualTo(Status.NON_RESPONDER);
        assertThat(outcome.perceivedRelief().percent()).isEqualTo(Rational.of(60));
        assertThat(outcome.perceivedRelief().gap()).isEqualTo(Rational.of(45, 2));
    }

    private static UsageRecorded usage(Instant from, int hours) {
        return new UsageRecorded(new Span(from, from.plusSeconds(hours * 3600L)), true, "A");
    }

    private static Day day(ResponderOutcome outcome, LocalDate date) {
        return outcome.days().stream()
                .filter(day -> day.date().equals(date))
                .findFirst()
                .orElseThrow();
    }
}
