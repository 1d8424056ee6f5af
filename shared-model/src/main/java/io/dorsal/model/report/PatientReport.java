package io.dorsal.model.report;

import io.dorsal.model.CloudEvent;
import io.dorsal.model.ReportId;
import io.dorsal.model.TrialId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision of one report. The highest revision counts, whatever the order of arrival; every revision is kept.
 *
 * @param reason why this revision replaces the one before; null for a first one, where nobody said, and where a
 *     retraction says it
 * @param recordedAt the registry's clock
 * @param recordedBy who sent it; null until there is a sign-in
 */
public record PatientReport(
        TrialId trial,
        ReportId report,
        long revision,
        Statement states,
        @Nullable String reason,
        Instant recordedAt,
        @Nullable String recordedBy) {

    /** A revision without a reason. */
    public PatientReport(
            TrialId trial,
            ReportId report,
            long revision,
            Statement states,
            Instant recordedAt,
            @Nullable String recordedBy) {
        this(trial, report, revision, states, null, recordedAt, recordedBy);
    }

    /** Why this revision corrects or retracts the one before; null where nobody said. */
    public @Nullable String why() {
        return states instanceof Statement.Retraction retraction ? retraction.reason() : reason;
    }

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
