package io.dorsal.responder.core;

import io.dorsal.model.DeviceId;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a trial's outcome depends on. The constructor keeps the highest revision of each report and merges devices
 * named twice, so that any list of facts comes to the same state.
 *
 * @param reports by id, at the highest revision; a retraction is kept as such
 * @param devices at least those that the trial assigns; others do no harm
 */
public record TrialFacts(Trial trial, List<PatientReport> reports, List<DeviceFacts> devices) {
    public TrialFacts {
        reports = new StatedFacts(trial, reports).reports();
        Map<DeviceId, DeviceFacts> merged = new TreeMap<>();
        devices.forEach(device -> merged.merge(device.device(), device, DeviceFacts::merge));
        devices = List.copyOf(merged.values());
    }

    /**
     * The same without what an outcome as of that instant never reads of devices: the boots of other patients, and what
     * a device told while another wore it. What may leave the service that keeps the facts.
     */
    public TrialFacts own(Instant asOf, Rules rules) {
        return new TrialFacts(
                trial,
                reports,
                AssignedBoot.of(this, asOf, rules.clock()).stream()
                        .map(boot -> new DeviceFacts(boot.device(), List.of(boot.own())))
                        .toList());
    }

    /** The part without device events. */
    StatedFacts stated() {
        return new StatedFacts(trial, reports);
    }
}
