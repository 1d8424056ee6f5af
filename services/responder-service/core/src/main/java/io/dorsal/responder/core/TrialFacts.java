package io.dorsal.responder.core;

import io.dorsal.model.DeviceId;
import io.dorsal.model.ReportId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.ReportCodec;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * All that a trial's outcome depends on. The constructor keeps the highest revision of each report and merges devices
 * named twice, so that any list of facts comes to the same state.
 *
 * @param reports by id, at the highest revision; a retraction is kept as such
 * @param devices at least those that the trial assigns; others do no harm
 */
public record TrialFacts(Trial trial, List<PatientReport> reports, List<DeviceFacts> devices) {
    // The registry refuses one revision with two contents; the second key only makes the choice independent of order.
    private static final Comparator<PatientReport> HIGHEST_REVISION = Comparator.comparingLong(PatientReport::revision)
            .thenComparing(ReportCodec::canonical)
            .thenComparing(PatientReport::recordedAt, Comparator.reverseOrder());

    public TrialFacts {
        Map<ReportId, PatientReport> highest = new TreeMap<>();
        reports.forEach(report -> highest.merge(report.report(), report, BinaryOperator.maxBy(HIGHEST_REVISION)));
        reports = List.copyOf(highest.values());
        Map<DeviceId, DeviceFacts> merged = new TreeMap<>();
        devices.forEach(device -> merged.merge(device.device(), device, DeviceFacts::merge));
        devices = List.copyOf(merged.values());
    }
}
