package io.dorsal.coverage.core;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Band;
import io.dorsal.model.outcome.ResponderOutcome.Missing;
import io.dorsal.model.outcome.ResponderOutcome.Stimulation;
import io.dorsal.model.outcome.ResponderOutcome.WindowMean;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A responder outcome with the figures that policies read: baseline 8, relief 62.5 %, tonic stimulation. */
final class Pain {
    private static final Rational HALF = Rational.of(50);

    private boolean spoken = true;
    private boolean over = true;
    private PainScale scale = PainScale.NRS;
    private Rational baseline = Rational.of(8);
    private @Nullable Rational relief = Rational.of(125, 2);
    private @Nullable Rational needed;
    private @Nullable StatusReason reason;
    private List<String> waveforms = List.of("tonic");
    private List<Missing> missing = List.of();

    Pain relief(String percent) {
        relief = Rational.of(new BigDecimal(percent));
        reason = null;
        return this;
    }

    Pain relief(Rational percent) {
        relief = percent;
        return this;
    }

    Pain unanswered() {
        return without(StatusReason.TRIAL_INCOMPLETE);
    }

    Pain without(StatusReason why) {
        relief = null;
        reason = why;
        return this;
    }

    Pain running() {
        over = false;
        return this;
    }

    Pain silent() {
        spoken = false;
        return this;
    }

    Pain baseline(String points) {
        baseline = Rational.of(new BigDecimal(points));
        return this;
    }

    Pain millimetres(String baselineMillimetres) {
        scale = PainScale.VAS;
        return baseline(baselineMillimetres);
    }

    Pain waveforms(String... words) {
        waveforms = List.of(words);
        return this;
    }

    Pain needed(int mean) {
        needed = Rational.of(mean);
        return this;
    }

    Pain missing(Missing... days) {
        missing = List.of(days);
        return this;
    }

    @Nullable
    ResponderOutcome outcome(TrialId trial) {
        if (!spoken) {
            return null;
        }
        return new ResponderOutcome(
                trial,
                "pain-relief/1",
                Instant.parse("2026-03-09T15:30:00Z"),
                over,
                scale,
                PainConstruct.AVERAGE,
                status(),
                reason,
                null,
                null,
                window(baseline, 7, 7),
                window(relief == null ? null : Rational.of(3), relief == null ? 2 : 6, 6),
                window(null, 0, 3),
                relief,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                needed,
                null,
                null,
                stimulation(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                missing,
                "ab".repeat(32),
                null);
    }

    private Status status() {
        if (relief != null) {
            return HALF.isAtMost(relief) ? Status.RESPONDER : Status.NON_RESPONDER;
        }
        return reason == StatusReason.TRIAL_INCOMPLETE || reason == StatusReason.BASELINE_INCOMPLETE
                ? Status.UNDETERMINED
                : Status.NOT_EVALUABLE;
    }

    private Stimulation stimulation() {
        Instant from = Instant.parse("2026-03-03T12:00:00Z");
        List<Band> bands = waveforms.stream()
                .map(word -> new Band(from, from.plusSeconds(3_600), true, "A", word))
                .toList();
        return new Stimulation("stimulation/1", List.of(), List.of(), bands);
    }

    private static WindowMean window(@Nullable Rational mean, int answered, int days) {
        LocalDate day = LocalDate.of(2026, 3, 3);
        return new WindowMean(day, day.plusDays(days - 1L), mean, answered, days);
    }

    static Missing day(String what, String date, @Nullable String until) {
        return new Missing(what, LocalDate.parse(date), until == null ? null : Instant.parse(until));
    }
}
