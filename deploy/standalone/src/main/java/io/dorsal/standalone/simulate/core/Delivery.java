package io.dorsal.standalone.simulate.core;

import io.dorsal.model.DecisionId;
import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Choice;
import io.dorsal.model.decision.ClinicianDecision;
import io.dorsal.model.decision.ClinicianDecision.OnScreen;
import io.dorsal.model.decision.ClinicianDecision.Signature;
import io.dorsal.model.decision.PayerDecision;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.util.List;

/** Something that leaves the simulated world for the platform at a given instant. */
public sealed interface Delivery {
    Instant due();

    /** The clinic writes the trial document. */
    record TrialWritten(Instant due, Trial document) implements Delivery {}

    /** The diary app or the clinic sends reports. */
    record ReportsFiled(Instant due, List<PatientReport> reports) implements Delivery {}

    /** The payer answers a request, and the clinic writes it down at once. */
    record PayerAnswered(PayerDecision answer) implements Delivery {
        @Override
        public Instant due() {
            return answer.decidedAt();
        }
    }

    /** The clinician signs a decision, over a screen that only the platform can show. */
    record ClinicianDecided(
            Instant due, TrialId trial, DecisionId id, Choice choice, String reason, Signature signature)
            implements Delivery {
        public ClinicianDecision over(OnScreen shown) {
            return new ClinicianDecision(trial, id, null, choice, reason, signature, due, shown, due, null);
        }
    }

    /**
     * A stimulator publishes.
     *
     * @param resent the device sends again what it sent before
     */
    record PayloadSent(Instant due, DeviceId device, List<LoggedEvent> events, boolean resent) implements Delivery {}
}
