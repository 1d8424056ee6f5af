package io.dorsal.merge.store;

import io.dorsal.model.TrialId;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What people state about trials, as joins: the latest document of each, and the highest revision of each report. */
public final class Statements {
    private Statements() {}

    /** A document of a trial, not parsed yet. */
    private record Text(TrialId trial, String document) {
        byte[] bytes() {
            return Documents.bytes(document);
        }
    }

    public static void mergeReports(Connection connection, Collection<Stored<PatientReport>> reports)
            throws SQLException {
        Columns.of(reports)
                .text(report -> report.fact().trial().value())
                .text(report -> report.fact().report().value())
                .bigint(report -> report.fact().revision())
                .text(report -> ReportCodec.canonical(report.fact()))
                .instant(report -> report.fact().recordedAt())
                .text(Stored::document)
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

    /** Keeps the latest documents, and returns those that are now stored and were not before. */
    public static List<Trial> mergeTrials(Connection connection, Collection<Stored<Trial>> trials) throws SQLException {
        return Columns.of(trials)
                .text(trial -> trial.fact().trial().value())
                .bigint(trial -> trial.fact().version())
                .text(trial -> TrialCodec.canonical(trial.fact()))
                .text(Stored::document)
                .texts(connection, """
                        insert into trial as known (trial, version, canonical, document)
                        select distinct on (trial) trial, version, canonical, document
                        from unnest(?, ?, ?, ?) as arrived (trial, version, canonical, document)
                        order by trial, version desc, canonical collate "C" desc
                        on conflict (trial) do update
                        set version = excluded.version, canonical = excluded.canonical, document = excluded.document
                        where (known.version, known.canonical) < (excluded.version, excluded.canonical)
                        returning document""")
                .stream()
                .map(document -> TrialCodec.parseStored(Documents.bytes(document)))
                .toList();
    }

    /** The statements about each trial whose document is known; reports alone make no trial. */
    public static Loaded<StatedFacts> load(Connection connection, Collection<TrialId> trials) throws SQLException {
        Map<TrialId, Text> documents =
                texts(connection, trials, "select trial, document from trial where trial = any(?)").stream()
                        .collect(Collectors.toMap(Text::trial, text -> text, (one, other) -> other, TreeMap::new));
        Map<TrialId, List<Text>> reports =
                texts(connection, trials, "select trial, document from report where trial = any(?)").stream()
                        .collect(Collectors.groupingBy(Text::trial));
        return new Loaded<>(documents, Map.of())
                .then(trial -> stated(trial, reports.getOrDefault(trial.trial(), List.of())));
    }

    private static StatedFacts stated(Text trial, List<Text> reports) {
        return new StatedFacts(
                TrialCodec.parseStored(trial.bytes()),
                reports.stream()
                        .map(report -> ReportCodec.parseStored(report.bytes()))
                        .toList());
    }

    private static List<Text> texts(Connection connection, Collection<TrialId> trials, String sql) throws SQLException {
        return Columns.of(trials)
                .text(TrialId::value)
                .query(
                        connection,
                        sql,
                        row -> new Text(new TrialId(row.getString("trial")), row.getString("document")));
    }
}
