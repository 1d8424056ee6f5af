package io.dorsal.registry.store;

import io.dorsal.model.ReportId;
import io.dorsal.model.TrialId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.registry.core.Message;
import io.dorsal.registry.core.Page;
import io.dorsal.registry.core.ReportAnswer;
import io.dorsal.registry.core.ReportBatch;
import io.dorsal.registry.core.Reports;
import io.dorsal.registry.core.RevisionKey;
import io.dorsal.registry.core.Submission;
import io.dorsal.registry.core.Submission.Stated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Report revisions in PostgreSQL. A batch is four statements, however many items it has. */
@ApplicationScoped
class ReportTable implements Reports {
    private final Database database;
    private final Locks locks;
    private final OutboxTable outbox;

    ReportTable(Database database, Locks locks, OutboxTable outbox) {
        this.database = database;
        this.locks = locks;
        this.outbox = outbox;
    }

    @Override
    @Transactional
    public List<ReportAnswer> record(TrialId trial, List<Submission> items) {
        locks.trial(trial);
        ReportBatch batch = ReportBatch.decide(items, known(trial, items));
        insert(trial, batch.accepted());
        outbox.add(batch.accepted().stream()
                .map(stated -> Message.of(stated.report()))
                .toList());
        return batch.answers();
    }

    @Override
    @Transactional
    public Page<PatientReport> current(TrialId trial, @Nullable ReportKind kind, @Nullable ReportId after, int limit) {
        Sql highest = Sql.of(
                """
                select document from (
                    select distinct on (report) report, kind, document from report_revision
                    where trial = ? and report > ? order by report, revision desc
                ) as highest
                where ?::text is null or kind = ? order by report limit ?
                """,
                trial.value(),
                after == null ? "" : after.value(),
                kind == null ? null : kind.word(),
                kind == null ? null : kind.word(),
                limit + 1);
        return Page.of(database.list(highest, ReportTable::report), limit);
    }

    @Override
    @Transactional
    public Page<PatientReport> revisions(TrialId trial, ReportId report, long after, int limit) {
        Sql revisions = Sql.of("""
                select document from report_revision
                where trial = ? and report = ? and revision > ? order by revision limit ?
                """, trial.value(), report.value(), after, limit + 1);
        return Page.of(database.list(revisions, ReportTable::report), limit);
    }

    private Map<RevisionKey, String> known(TrialId trial, List<Submission> items) {
        List<RevisionKey> keys = items.stream()
                .filter(Stated.class::isInstance)
                .map(item -> ((Stated) item).key())
                .distinct()
                .toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        Sql stored = Sql.of(
                """
                select report, revision, content from report_revision
                where trial = ? and (report, revision) in (select * from unnest(?::text[], ?::bigint[]))
                """,
                trial.value(),
                keys.stream().map(RevisionKey::report).toArray(String[]::new),
                keys.stream().map(RevisionKey::revision).toArray(Long[]::new));
        return database.list(stored, ReportTable::content).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void insert(TrialId trial, List<Stated> accepted) {
        if (accepted.isEmpty()) {
            return;
        }
        database.update(Sql.of(
                """
                insert into report_revision (trial, report, revision, kind, content, document, recorded_at)
                select ?, * from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                """,
                trial.value(),
                column(accepted, s -> s.key().report()),
                accepted.stream().map(s -> s.key().revision()).toArray(Long[]::new),
                column(accepted, s -> s.report().states().kind().word()),
                column(accepted, Stated::content),
                column(accepted, s -> new String(ReportCodec.stored(s.report()), StandardCharsets.UTF_8)),
                column(accepted, s -> s.report().recordedAt().toString())));
    }

    private static Map.Entry<RevisionKey, String> content(ResultSet row) throws SQLException {
        RevisionKey key = new RevisionKey(row.getString("report"), row.getLong("revision"));
        return new SimpleImmutableEntry<>(key, row.getString("content"));
    }

    private static PatientReport report(ResultSet row) throws SQLException {
        return ReportCodec.parseStored(row.getString("document").getBytes(StandardCharsets.UTF_8));
    }

    private static String[] column(List<Stated> accepted, Function<Stated, String> value) {
        return accepted.stream().map(value).toArray(String[]::new);
    }
}
