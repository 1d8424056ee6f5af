package io.dorsal.responder.store;

import io.dorsal.merge.store.Columns;
import io.dorsal.merge.store.Loaded;
import io.dorsal.merge.store.Locks;
import io.dorsal.merge.store.Portions.Weighed;
import io.dorsal.merge.store.Statements;
import io.dorsal.merge.store.Transactions;
import io.dorsal.merge.store.Unreadable;
import io.dorsal.model.TrialId;
import io.dorsal.responder.core.TrialFacts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All facts of trials, in PostgreSQL. */
@ApplicationScoped
public class FactStore {
    private final Transactions transactions;
    private final Counter conflicts;

    public FactStore(Transactions transactions, MeterRegistry meters) {
        this.transactions = transactions;
        conflicts = Counter.builder("dorsal.responder.conflicts")
                .description("Events whose number another fact has: of each number the first counts")
                .register(meters);
    }

    /** Locks what the facts touch and merges them; returns the trials that they touch. */
    public List<Weighed> merge(Connection connection, Facts facts) throws SQLException {
        Set<TrialId> touched = lockTouched(connection, facts);
        DeviceMerge.merge(connection, facts.devices());
        conflicts.increment(KeptMerge.merge(connection, facts.kept()));
        Statements.mergeReports(connection, facts.reports());
        Assignments.replace(connection, Statements.mergeTrials(connection, facts.trials()));
        return weighed(connection, touched);
    }

    public Loaded<TrialFacts> load(Connection connection, Collection<TrialId> trials) throws SQLException {
        return FactLoader.load(connection, trials);
    }

    /**
     * The facts of one trial, empty when its document is not known.
     *
     * @throws Unreadable when something of it no longer parses
     */
    public Optional<TrialFacts> load(TrialId trial) {
        return transactions
                .read(connection -> FactLoader.load(connection, List.of(trial)))
                .of(trial);
    }

    // Devices first: while they are locked nobody assigns them, so the trials that wear them are all known.
    private static Set<TrialId> lockTouched(Connection connection, Facts facts) throws SQLException {
        Locks.devices(connection, facts.lockedDevices());
        Set<TrialId> touched = Assignments.trialsWearing(connection, facts.deviceIds());
        touched.addAll(facts.trialIds());
        Locks.trials(connection, touched);
        return touched;
    }

    // Received ranges and usage spans are not counted: they join, so there are few of them.
    private static List<Weighed> weighed(Connection connection, Collection<TrialId> trials) throws SQLException {
        return Columns.of(trials)
                .text(TrialId::value)
                .query(connection, """
                        select trial,
                            (select count(*) from report where report.trial = asked.trial)
                            + (select count(*) from assignment join kept_event using (device)
                                where assignment.trial = asked.trial)
                            + (select count(*) from assignment join clock_sample using (device)
                                where assignment.trial = asked.trial) as rows
                        from unnest(?) as asked (trial) order by trial""", row -> new Weighed(new TrialId(row.getString("trial")), row.getLong("rows")));
    }
}
