package io.dorsal.opioid.store;

import io.dorsal.merge.store.Columns;
import io.dorsal.merge.store.Loaded;
import io.dorsal.merge.store.Locks;
import io.dorsal.merge.store.Portions.Weighed;
import io.dorsal.merge.store.Statements;
import io.dorsal.merge.store.Stored;
import io.dorsal.merge.store.Transactions;
import io.dorsal.merge.store.Unreadable;
import io.dorsal.model.TrialId;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is stated about trials, in PostgreSQL. */
@ApplicationScoped
public class StatementStore {
    private final Transactions transactions;

    public StatementStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Locks the trials that are spoken of, and merges; returns these trials. */
    public List<Weighed> merge(Connection connection, List<Stored<PatientReport>> reports, List<Stored<Trial>> trials)
            throws SQLException {
        List<TrialId> touched = Stream.concat(
                        reports.stream().map(report -> report.fact().trial()),
                        trials.stream().map(trial -> trial.fact().trial()))
                .distinct()
                .toList();
        Locks.trials(connection, touched);
        Statements.mergeReports(connection, reports);
        Statements.mergeTrials(connection, trials);
        return weighed(connection, touched);
    }

    public Loaded<StatedFacts> load(Connection connection, Collection<TrialId> trials) throws SQLException {
        return Statements.load(connection, trials);
    }

    /**
     * What is stated about one trial, empty when its document is not known.
     *
     * @throws Unreadable when something of it no longer parses
     */
    public Optional<StatedFacts> load(TrialId trial) {
        return transactions
                .read(connection -> Statements.load(connection, List.of(trial)))
                .of(trial);
    }

    private static List<Weighed> weighed(Connection connection, Collection<TrialId> trials) throws SQLException {
        return Columns.of(trials)
                .text(TrialId::value)
                .query(connection, """
                        select trial, (select count(*) from report where report.trial = asked.trial) as rows
                        from unnest(?) as asked (trial) order by trial""", row -> new Weighed(new TrialId(row.getString("trial")), row.getLong("rows")));
    }
}
