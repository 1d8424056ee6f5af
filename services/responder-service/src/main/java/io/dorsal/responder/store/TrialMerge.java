package io.dorsal.responder.store;

import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Merges trial documents and reports, and keeps the assignments that follow from the documents. */
final class TrialMerge {
    private TrialMerge() {}

    private record Worn(String device, String trial) {}

    static void mergeReports(Connection connection, Collection<Facts.Stored<PatientReport>> reports)
            throws SQLException {
        Columns.of(reports)
                .text(report -> report.fact().trial().value())
                .text(report -> report.fact().report().value())
                .bigint(report -> report.fact().revision())
                .text(report -> ReportCodec.canonical(report.fact()))
                .instant(report -> report.fact().recordedAt())
                .text(Facts.Stored::document)
                .update(connection, """
                        insert into report as known (trial, report, revision, canonical, recorded_at, document)
                        select distinct on (trial, report) trial, report, revision, canonical, recorded_at, document
                        from unnest(?, ?, ?, ?, ?, ?)
                            as arrived (trial, report, revision, canonical, recorded_at, document)
                        order by trial, report, revision desc, canonical collate "C" desc, recorded_at
                        on conflict (trial, report) do update
                        set revision = excluded.revision, canonical = excluded.canonical,
                            recorded_at = excluded.recorded_at, document = excluded.document
                        where (known.revision, known.canonical, excluded.recorded_at)
                            < (excluded.revision, excluded.canonical, known.recorded_at)""");
    }

    static void mergeTrials(Connection connection, Collection<Facts.Stored<Trial>> trials) throws SQLException {
        List<String> changed = Columns.of(trials)
                .text(trial -> trial.fact().trial().value())
                .bigint(trial -> trial.fact().version())
                .text(trial -> TrialCodec.canonical(trial.fact()))
                .text(Facts.Stored::document)
                .texts(connection, """
                        insert into trial as known (trial, version, canonical, document)
                        select distinct on (trial) trial, version, canonical, document
                        from unnest(?, ?, ?, ?) as arrived (trial, version, canonical, document)
                        order by trial, version desc, canonical collate "C" desc
                        on conflict (trial) do update
                        set version = excluded.version, canonical = excluded.canonical, document = excluded.document
                        where (known.version, known.canonical) < (excluded.version, excluded.canonical)
                        returning document""");
        replaceAssignments(connection, changed.stream().map(TrialMerge::parse).toList());
    }

    /** The trials that any of these devices was ever assigned to. */
    static Set<TrialId> trialsWearing(Connection connection, Collection<DeviceId> devices) throws SQLException {
        return Columns.of(devices)
                .text(DeviceId::value)
                .texts(connection, "select distinct trial from assignment where device = any(?)")
                .stream()
                .map(TrialId::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void replaceAssignments(Connection connection, List<Trial> trials) throws SQLException {
        Columns.of(trials)
                .text(trial -> trial.trial().value())
                .update(connection, "delete from assignment where trial = any(?)");
        List<Worn> worn = trials.stream()
                .flatMap(trial -> trial.devices().stream()
                        .map(assignment -> new Worn(
                                assignment.device().value(), trial.trial().value())))
                .distinct()
                .toList();
        Columns.of(worn)
                .text(Worn::device)
                .text(Worn::trial)
                .update(connection, "insert into assignment (device, trial) select * from unnest(?, ?)");
    }

    private static Trial parse(String document) {
        return TrialCodec.parseStored(Documents.bytes(document));
    }
}
