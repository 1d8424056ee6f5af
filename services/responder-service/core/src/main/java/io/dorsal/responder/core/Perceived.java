package io.dorsal.responder.core;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement.PerceivedRelief;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the patient answered when asked for a percentage, as asked last of the trial. Never derived. */
final class Perceived {
    private Perceived() {}

    /** @param reports those that are read as of an instant, and so of the trial */
    static ResponderOutcome.@Nullable PerceivedRelief of(List<PatientReport> reports, @Nullable Rational relief) {
        // Reports come sorted by id, and of two at one instant the later id stays: any rule will do, but one.
        return reports.stream()
                .map(PatientReport::states)
                .filter(PerceivedRelief.class::isInstance)
                .map(PerceivedRelief.class::cast)
                .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other)
                .map(answer -> shown(answer, relief))
                .orElse(null);
    }

    private static ResponderOutcome.PerceivedRelief shown(PerceivedRelief answer, @Nullable Rational relief) {
        Rational percent = Rational.of(answer.percent());
        return new ResponderOutcome.PerceivedRelief(
                answer.at(), percent, relief == null ? null : percent.minus(relief));
    }
}
