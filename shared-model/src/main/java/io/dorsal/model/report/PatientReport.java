package io.dorsal.model.report;

import io.dorsal.model.CloudEvent;
import io.dorsal.model.ReportId;
import io.dorsal.model.TrialId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision of one report. The highest revision counts, whatever the order of arrival; every revision is kept.
 *
 * @param recordedAt the registry's clock
 * @param recordedBy who sent it; null until there is a sign-in
 */
public record PatientReport(
        TrialId trial,
        ReportId report,
        long revision,
        Statement states,
        Instant recordedAt,
        @Nullable String recordedBy) {

    public boolean isRetracted() {
        return states instanceof Statement.Retraction;
    }

    public CloudEvent cloudEvent() {
        return new CloudEvent(
                trial + "/" + report + "/" + revision,
                "io.dorsal.patient-report.v1",
                "/api/trials/" + trial + "/reports",
                recordedAt,
                trial.value());
    }
}
