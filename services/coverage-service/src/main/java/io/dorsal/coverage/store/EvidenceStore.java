package io.dorsal.coverage.store;

import io.dorsal.coverage.core.Evidence;
import io.dorsal.coverage.core.OpioidFigures;
import io.dorsal.coverage.core.figures.Dossier;
import io.dorsal.coverage.store.Heard.Kind;
import io.dorsal.merge.store.Columns;
import io.dorsal.merge.store.Documents;
import io.dorsal.merge.store.Loaded;
import io.dorsal.merge.store.Locks;
import io.dorsal.merge.store.Portions.Weighed;
import io.dorsal.merge.store.Rows;
import io.dorsal.merge.store.Statements;
import io.dorsal.merge.store.Stored;
import io.dorsal.merge.store.Transactions;
import io.dorsal.merge.store.Unreadable;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DecisionCodec;
import io.dorsal.model.wire.OpioidOutcomeReader;
import io.dorsal.model.wire.ResponderOutcomeReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is known of trials, in PostgreSQL: statements and the outcomes that other services published, on which
 * determinations rest, and what was decided.
 */
@ApplicationScoped
public class EvidenceStore {
    /** An outcome is as long as many reports. */
    private static final int ROWS_PER_OUTCOME = 50;

    private final Transactions transactions;

    /** A decision as the registry published it. */
    private record Decided(TrialId trial, String document) {}

    public EvidenceStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Locks the trials that are spoken of, and merges; returns these trials. */
    public List<Weighed> merge(
            Connection connection,
            List<Stored<PatientReport>> reports,
            List<Stored<Trial>> trials,
            List<Stored<Decision>> decisions,
            List<Heard> heard)
            throws SQLException {
        List<TrialId> touched = Stream.of(
                        reports.stream().map(report -> report.fact().trial()),
                        trials.stream().map(trial -> trial.fact().trial()),
                        decisions.stream().map(decision -> decision.fact().trial()),
                        heard.stream().map(Heard::trial))
                .flatMap(spokenOf -> spokenOf)
                .distinct()
                .toList();
        Locks.trials(connection, touched);
        Statements.mergeReports(connection, reports);
        Statements.mergeTrials(connection, trials);
        mergeDecisions(connection, decisions);
        mergeHeard(connection, heard);
        return weighed(connection, touched);
    }

    private static void mergeDecisions(Connection connection, List<Stored<Decision>> decisions) throws SQLException {
        Columns.of(decisions)
                .text(decision -> decision.fact().trial().value())
                .text(decision -> decision.fact().id().value())
                .text(Stored::document)
                .update(connection, """
                        insert into decision as known (trial, decision, document)
                        select trial, decision, min(document)
                        from unnest(?, ?, ?) as arrived (trial, decision, document) group by trial, decision
                        on conflict (trial, decision) do update set document = excluded.document
                        where known.document > excluded.document""");
    }

    // A record that was on the wire while its publisher was replaced can land behind a newer one.
    private static void mergeHeard(Connection connection, List<Heard> heard) throws SQLException {
        Columns.of(heard)
                .text(outcome -> outcome.trial().value())
                .text(outcome -> outcome.kind().word())
                .bigint(Heard::sequence)
                .text(Heard::document)
                .update(connection, """
                        insert into heard as known (trial, kind, sequence, document)
                        select distinct on (trial, kind) trial, kind, sequence, document
                        from unnest(?, ?, ?, ?) as arrived (trial, kind, sequence, document)
                        order by trial, kind, sequence desc, document collate "C" desc
                        on conflict (trial, kind) do update
                        set sequence = excluded.sequence, document = excluded.document
                        where (known.sequence, known.document) < (excluded.sequence, excluded.document)""");
    }

    private static List<Weighed> weighed(Connection connection, Collection<TrialId> trials) throws SQLException {
        return Columns.of(trials)
                .text(TrialId::value)
                .query(
                        connection,
                        """
                        select trial, (select count(*) from report where report.trial = asked.trial)
                            + (select count(*) from decision where decision.trial = asked.trial)
                            + %d * (select count(*) from heard where heard.trial = asked.trial) as rows
                        from unnest(?) as asked (trial) order by trial""".formatted(ROWS_PER_OUTCOME),
                        row -> new Weighed(new TrialId(row.getString("trial")), row.getLong("rows")));
    }

    /** All of each trial whose document is known, with the outcomes as published. */
    public Loaded<Dossier> load(Connection connection, Collection<TrialId> trials) throws SQLException {
        Map<TrialId, List<Heard>> heard =
                heard(connection, trials).stream().collect(Collectors.groupingBy(Heard::trial));
        Map<TrialId, List<Decided>> decided =
                decided(connection, trials).stream().collect(Collectors.groupingBy(Decided::trial));
        return Statements.load(connection, trials).then(stated -> {
            TrialId trial = stated.trial().trial();
            return dossier(stated, heard.getOrDefault(trial, List.of()), decided.getOrDefault(trial, List.of()));
        });
    }

    /**
     * The evidence on one trial, empty when its document is not known.
     *
     * @throws Unreadable when something of it no longer parses
     */
    public Optional<Evidence> load(TrialId trial) {
        return transactions
                .read(connection -> load(connection, List.of(trial)))
                .of(trial)
                .map(Dossier::evidence);
    }

    /** Any trial that there is an outcome of; empty while there is none. */
    public Optional<TrialId> any() {
        return transactions.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select trial from heard limit 1")) {
                return Rows.read(statement, row -> new TrialId(row.getString("trial"))).stream()
                        .findFirst();
            }
        });
    }

    private static List<Heard> heard(Connection connection, Collection<TrialId> trials) throws SQLException {
        return Columns.of(trials)
                .text(TrialId::value)
                .query(
                        connection,
                        "select trial, upper(kind) as kind, sequence, document from heard where trial = any(?)",
                        row -> new Heard(
                                new TrialId(row.getString("trial")),
                                Kind.valueOf(row.getString("kind")),
                                row.getLong("sequence"),
                                row.getString("document")));
    }

    private static List<Decided> decided(Connection connection, Collection<TrialId> trials) throws SQLException {
        return Columns.of(trials)
                .text(TrialId::value)
                .query(
                        connection,
                        "select trial, document from decision where trial = any(?)",
                        row -> new Decided(new TrialId(row.getString("trial")), row.getString("document")));
    }

    private static Dossier dossier(StatedFacts stated, List<Heard> heard, List<Decided> decided) {
        OpioidOutcome opioids =
                of(Kind.OPIOID, heard).map(OpioidOutcomeReader::parse).orElse(null);
        Evidence evidence = new Evidence(
                stated.trial(),
                of(Kind.RESPONDER, heard).map(ResponderOutcomeReader::parse).orElse(null),
                opioids == null ? null : OpioidFigures.of(opioids),
                stated.reports());
        return new Dossier(
                evidence,
                opioids,
                decided.stream()
                        .map(each -> DecisionCodec.parseStored(Documents.bytes(each.document())))
                        .toList());
    }

    private static Optional<byte[]> of(Kind kind, List<Heard> heard) {
        return heard.stream()
                .filter(outcome -> outcome.kind() == kind)
                .map(outcome -> Documents.bytes(outcome.document()))
                .findFirst();
    }
}
