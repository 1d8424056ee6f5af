package io.dorsal.standalone.simulate.core;

import io.dorsal.model.DeviceId;
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

    /**
     * A stimulator publishes.
     *
     * @param resent the device sends again what it sent before
     */
    record PayloadSent(Instant due, DeviceId device, List<LoggedEvent> events, boolean resent) implements Delivery {}
}
