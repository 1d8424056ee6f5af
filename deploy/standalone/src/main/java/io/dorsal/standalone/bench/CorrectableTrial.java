package io.dorsal.standalone.bench;

import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.trial.Trial;
import io.dorsal.standalone.simulate.core.StatedSoFar;
import io.dorsal.standalone.simulate.core.TrialPlan;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trial of which a diary entry, an intake and a document can be corrected.
 *
 * @param policy the payer's, under which it is judged
 * @param pain the last entry of the diary
 * @param intake the last one
 */
record CorrectableTrial(Trial document, String policy, PatientReport pain, PatientReport intake) {

    /** Empty where one of the three is missing. */
    static Optional<CorrectableTrial> of(TrialPlan plan, Instant until) {
        StatedSoFar stated = StatedSoFar.of(plan, until);
        Trial document = stated.document();
        String policy = document == null ? null : document.coverage().policy();
        PatientReport pain = last(ReportKind.PAIN, stated);
        PatientReport intake = last(ReportKind.INTAKE, stated);
        return document == null || document.documents().isEmpty() || policy == null || pain == null || intake == null
                ? Optional.empty()
                : Optional.of(new CorrectableTrial(document, policy, pain, intake));
    }

    private static @Nullable PatientReport last(ReportKind kind, StatedSoFar stated) {
        return stated.reports().stream()
                .filter(report -> report.states().kind() == kind && !report.isRetracted())
                .reduce(null, (one, later) -> later);
    }
}
