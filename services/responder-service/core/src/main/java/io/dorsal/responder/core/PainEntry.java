package io.dorsal.responder.core;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.event.Happening.PainReported;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement.Pain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One pain score with its instant, from the diary or from the stimulator's button: both are entries alike. */
record PainEntry(Instant at, PainScale scale, PainConstruct construct, Rational score) {

    /**
     * All entries, of either scale and any construct.
     *
     * @param reports those that are read as of an instant, like the boots
     */
    static List<PainEntry> of(List<PatientReport> reports, List<AssignedBoot> boots) {
        List<PainEntry> entries = new ArrayList<>();
        for (PatientReport report : reports) {
            if (report.states() instanceof Pain pain) {
                entries.add(new PainEntry(pain.at(), pain.scale(), pain.construct(), Rational.of(pain.score())));
            }
        }
        for (AssignedBoot boot : boots) {
            for (KeptEvent event : boot.events()) {
                if (event.what() instanceof PainReported pain) {
                    entries.add(new PainEntry(event.at(), pain.scale(), pain.construct(), Rational.of(pain.score())));
                }
            }
        }
        entries.removeIf(entry -> !entry.isInsideScale());
        return entries;
    }

    private boolean isInsideScale() {
        return score.signum() >= 0 && score.isAtMost(Rational.of(scale.worst()));
    }
}
