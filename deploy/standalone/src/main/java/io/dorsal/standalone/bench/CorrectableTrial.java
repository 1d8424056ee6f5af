package io.dorsal.standalone.bench;

import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement;
import io.dorsal.model.trial.Trial;
import io.dorsal.standalone.simulate.core.Delivery;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.core.TrialScript;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trial of which a diary entry, an intake and a document can be corrected.
 *
 * @param policy the payer's, under which it is judged
 */
record CorrectableTrial(Trial document, String policy, PatientReport pain, PatientReport intake) {

    /** What the plan has told of the trial by {@code until}, the last of each kind; empty where a kind is missing. */
    static Optional<CorrectableTrial> of(TrialPlan plan, Instant until) {
        Trial document = null;
        PatientReport pain = null;
        PatientReport intake = null;
        TrialScript script = new TrialScript(plan);
        for (Delivery due = script.peek(); due != null && !due.due().isAfter(until); due = script.peek()) {
            switch (script.next()) {
                case Delivery.TrialWritten written -> document = written.document();
                case Delivery.ReportsFiled filed -> {
                    pain = last(filed, Statement.Pain.class, pain);
                    intake = last(filed, Statement.Intake.class, intake);
                }
                case Delivery.PayerAnswered ignored -> {}
                case Delivery.ClinicianDecided ignored -> {}
                case Delivery.PayloadSent ignored -> {}
            }
        }
        String policy = document == null ? null : document.coverage().policy();
        return document == null || policy == null || document.documents().isEmpty() || pain == null || intake == null
                ? Optional.empty()
                : Optional.of(new CorrectableTrial(document, policy, pain, intake));
    }

    private static @Nullable PatientReport last(
            Delivery.ReportsFiled filed, Class<? extends Statement> kind, @Nullable PatientReport before) {
        return filed.reports().stream()
                .filter(report -> kind.isInstance(report.states()))
                .reduce(before, (one, other) -> other);
    }
}
