package io.dorsal.registry.core;

import io.dorsal.model.ReportId;
import io.dorsal.model.TrialId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.ReportKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reports, each with all its revisions. */
public interface Reports {
    /** Decides about the items and keeps the new ones, atomically; the trial need not exist yet. */
    List<ReportAnswer> record(TrialId trial, List<Submission> items);

    /** The highest revision of each report, ordered by report id, from the one after {@code after} on. */
    Page<PatientReport> current(TrialId trial, @Nullable ReportKind kind, @Nullable ReportId after, int limit);

    /** Every revision of a report, ordered by number, from the one after {@code after} on. */
    Page<PatientReport> revisions(TrialId trial, ReportId report, long after, int limit);
}
