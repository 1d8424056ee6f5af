package io.dorsal.responder.core;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement.PerceivedRelief;
import io.dorsal.model.window.Windows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the patient answered when asked for a percentage, as asked last since the placement and, once the lead is out, up
 * to the local date of the removal: later answers tell of another time. Never derived.
 */
final class Perceived {
    private Perceived() {}

    static ResponderOutcome.@Nullable PerceivedRelief of(
            List<PatientReport> reports, Windows windows, Instant asOf, @Nullable Rational relief) {
        // Reports come sorted by id, and of two at one instant the later id stays: any rule will do, but one.
        return reports.stream()
                .map(PatientReport::states)
                .filter(PerceivedRelief.class::isInstance)
                .map(PerceivedRelief.class::cast)
                .filter(answer -> !answer.at().isAfter(asOf) && isOfTheTrial(answer.at(), windows))
                .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other)
                .map(answer -> shown(answer, relief))
                .orElse(null);
    }

    private static boolean isOfTheTrial(Instant at, Windows windows) {
        Instant end = windows.end();
        LocalDate removal = windows.ended() && end != null ? windows.days().dateOf(end) : LocalDate.MAX;
        return !at.isBefore(windows.placedAt()) && !windows.days().dateOf(at).isAfter(removal);
    }

    private static ResponderOutcome.PerceivedRelief shown(PerceivedRelief answer, @Nullable Rational relief) {
        Rational percent = Rational.of(answer.percent());
        return new ResponderOutcome.PerceivedRelief(
                answer.at(), percent, relief == null ? null : percent.minus(relief));
    }
}
