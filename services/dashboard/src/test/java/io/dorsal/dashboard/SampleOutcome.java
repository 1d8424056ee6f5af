package io.dorsal.dashboard;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.ClockTrust;
import io.dorsal.model.outcome.Grade;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.BootClock;
import io.dorsal.model.outcome.ResponderOutcome.Bounds;
import io.dorsal.model.outcome.ResponderOutcome.Interval;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import io.dorsal.model.outcome.ResponderOutcome.Missing;
import io.dorsal.model.outcome.ResponderOutcome.PerceivedRelief;
import io.dorsal.model.outcome.ResponderOutcome.Shown;
import io.dorsal.model.outcome.ResponderOutcome.WindowMean;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * An outcome for tests from the daily means of a diary; a null score is an unanswered day. Figures are plausible, not
 * computed by the definition: that is the business of responder-service.
 */
public record SampleOutcome(SampleTrial of, List<Double> baseline, List<Double> trial) {
    public static SampleOutcome of(SampleTrial of, Double[] baseline, Double... trial) {
        return new SampleOutcome(of, Arrays.asList(baseline), Arrays.asList(trial));
    }

    public static Double[] scores(Double... scores) {
        return scores;
    }

    /** A textbook responder with two days missing. */
    public static SampleOutcome responder(SampleTrial of) {
        return of(of, scores(8.0, 8.0, 7.0, 8.0, 9.0, 8.0, 8.0), 4.0, null, 5.0, 4.0, null, 3.0, 4.0);
    }

    public ResponderOutcome outcome() {
        StatusReason reason = count(baseline) < 4
                ? StatusReason.BASELINE_INCOMPLETE
                : count(trial) < 3 ? StatusReason.TRIAL_INCOMPLETE : null;
        Rational relief = reason == null ? relief(mean(trial)) : null;
        boolean known = relief != null;
        boolean responder = known && Rational.of(50).isAtMost(relief);
        boolean full = count(trial) == trial.size();
        String device = "ETS-" + of.id();
        return new ResponderOutcome(
                new TrialId(of.id()),
                "pain-relief/1",
                asOf(),
                of.removed(),
                PainScale.NRS,
                PainConstruct.AVERAGE,
                !known ? Status.UNDETERMINED : responder ? Status.RESPONDER : Status.NON_RESPONDER,
                reason,
                !known ? null : responder ? Grade.SUBSTANTIAL : Grade.BELOW_MODERATE,
                !known ? null : mean(trial).isAtMost(Rational.of(3)),
                window(of.placed().minusDays(7), baseline),
                window(of.placed().plusDays(1), trial),
                window(of.placed().plusDays(Math.max(1, trial.size() - 2)), lastThree()),
                relief,
                !known || mean(lastThree()) == null ? null : relief(mean(lastThree())),
                !known ? null : new Bounds(relief(filled(10)), relief(filled(0))),
                !known ? null : relief(filled(mean(baseline).toDouble())),
                !known ? null : full || !responder,
                !known ? null : !full && responder,
                !known ? null : new Interval(relief.toDouble() - 14.25, relief.toDouble() + 12.5),
                !known ? null : responder ? 0.8731 : 0.0412,
                of.removed() || trial.size() >= of.days() ? null : Rational.of(19, 4),
                false,
                new PerceivedRelief(
                        asOf(), Rational.of(60), known ? Rational.of(60).minus(relief) : null),
                SampleDays.stimulation(this),
                ledger(device),
                List.of(
                        new BootClock(device, 0, null, 2_400L, 812, ClockTrust.TRUSTED),
                        new BootClock(device, 1, null, null, 0, ClockTrust.OFFSET_UNKNOWN)),
                SampleDays.of(this),
                trial.size() < 4
                        ? List.of()
                        : List.of(new Shown(at(4, 9), device, "impedance-jump", "Contact 3: 640 to 2,180 ohms")),
                missing(),
                "3f7a".repeat(16),
                "9c01".repeat(16),
                null);
    }

    private static List<LedgerEntry> ledger(String device) {
        return List.of(
                new LedgerEntry(device, 0, 41_206, 41_204, List.of("1207-1208", "3001"), 2),
                new LedgerEntry(device, 1, 9_999, 10_000, List.of(), 0, List.of("0-4"), 5));
    }

    Instant asOf() {
        return of.removed() ? of.endsAt().plusSeconds(3600) : at(trial.size(), 21);
    }

    Instant at(int trialDay, int hour) {
        return of.placed()
                .plusDays(trialDay)
                .atTime(hour, 0)
                .atZone(SampleTrial.ZONE)
                .toInstant();
    }

    private List<Double> lastThree() {
        return trial.subList(Math.max(0, trial.size() - 3), trial.size());
    }

    private Rational relief(Rational t) {
        Rational b = mean(baseline);
        return b.minus(t).times(100).dividedBy(b);
    }

    private static Rational mean(List<Double> scores) {
        List<Rational> answered = scores.stream()
                .filter(Objects::nonNull)
                .map(SampleOutcome::exact)
                .toList();
        return answered.isEmpty() ? null : Rational.mean(answered);
    }

    private Rational filled(double value) {
        return Rational.mean(trial.stream()
                .map(score -> exact(score == null ? value : score))
                .toList());
    }

    static Rational exact(double score) {
        return Rational.of(Math.round(score * 100), 100);
    }

    private static int count(List<Double> scores) {
        return (int) scores.stream().filter(Objects::nonNull).count();
    }

    private static WindowMean window(LocalDate from, List<Double> scores) {
        return new WindowMean(
                from, from.plusDays(Math.max(0, scores.size() - 1)), mean(scores), count(scores), scores.size());
    }

    private List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        for (int i = 0; i < baseline.size(); i++) {
            if (baseline.get(i) == null) {
                missing.add(new Missing("baseline-day", of.placed().minusDays(7 - i), null));
            }
        }
        for (int i = 1; i <= trial.size(); i++) {
            if (trial.get(i - 1) == null) {
                missing.add(new Missing("trial-day", of.placed().plusDays(i), i < 4 ? null : of.endsAt()));
            }
        }
        return missing;
    }
}
