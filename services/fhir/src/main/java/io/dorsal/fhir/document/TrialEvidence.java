package io.dorsal.fhir.document;

import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document states, all as of one instant. It holds no more than this, so what a payer need not see is left out
 * by leaving it out here.
 *
 * @param reports any revisions in any order; the highest of each counts
 * @param responder null where the document is to have no pain, stimulation and function
 * @param opioids null where it is to have no medication
 */
public record TrialEvidence(
        Trial trial,
        List<PatientReport> reports,
        @Nullable ResponderOutcome responder,
        @Nullable OpioidOutcome opioids,
        CoverageDetermination determination) {
    public TrialEvidence {
        reports = new StatedFacts(trial, reports).reports();
    }
}
