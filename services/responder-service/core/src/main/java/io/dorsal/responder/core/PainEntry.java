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

    /** All entries dated up to the as-of instant, of either scale and any construct. */
    static List<PainEntry> of(TrialFacts facts, List<AssignedBoot> boots, Instant asOf) {
        List<PainEntry> entries = new ArrayList<>();
        for (PatientReport report : facts.reports()) {
            if (report.states() instanceof Pain pain && !pain.at().isAfter(asOf)) {
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
