package io.dorsal.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one list of topics; the AsyncAPI document is checked against it. */
public final class Topics {
    private static final int PARTITIONS = 12;

    public static final Topic DEVICE_EVENTS = kept("dorsal.device-events.v1", "device id", null);
    public static final Topic QUARANTINE = kept("dorsal.quarantine.v1", "device id", Duration.ofDays(90));
    public static final Topic DEVICES = compacted("dorsal.devices.v1", "device id");
    public static final Topic TRIALS = compacted("dorsal.trials.v1", "trial id");
    public static final Topic PATIENT_REPORTS = kept("dorsal.patient-reports.v1", "trial id", null);
    public static final Topic DECISIONS = kept("dorsal.trial-decisions.v1", "trial id", null);
    public static final Topic RESPONDER_OUTCOMES = compacted("dorsal.responder-outcomes.v1", "trial id");
    public static final Topic OPIOID_OUTCOMES = compacted("dorsal.opioid-outcomes.v1", "trial id");
    public static final Topic COVERAGE_DETERMINATIONS =
            compacted("dorsal.coverage-determinations.v1", "trial id + policy");

    private Topics() {}

    public static List<Topic> all() {
        return List.of(
                DEVICE_EVENTS,
                QUARANTINE,
                DEVICES,
                TRIALS,
                PATIENT_REPORTS,
                DECISIONS,
                RESPONDER_OUTCOMES,
                OPIOID_OUTCOMES,
                COVERAGE_DETERMINATIONS);
    }

    private static Topic kept(String name, String key, @Nullable Duration retention) {
        return new Topic(name, key, PARTITIONS, false, retention);
    }

    private static Topic compacted(String name, String key) {
        return new Topic(name, key, PARTITIONS, true, null);
    }
}
