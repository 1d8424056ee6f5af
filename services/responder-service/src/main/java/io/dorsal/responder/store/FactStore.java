package io.dorsal.responder.store;

import io.dorsal.model.TrialId;
import io.dorsal.responder.core.TrialFacts;
import io.dorsal.responder.store.Positions.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Merges a batch and stores what follows from it, all in one transaction. */
@ApplicationScoped
public class FactStore {
    private final Transactions transactions;

    public FactStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Merges the facts, assesses each trial they touch once, and moves the positions on.
     *
     * @param assess facts to outcomes; a trial left out keeps the outcome it had
     * @return the number of trials touched
     */
    public int merge(Facts facts, Collection<Position> positions, Function<LoadedFacts, List<Outcome>> assess) {
        return transactions.write(connection -> {
            Positions.advance(connection, positions);
            Set<TrialId> touched = lockTouched(connection, facts);
            mergeAll(connection, facts);
            for (List<TrialId> portion : Portions.of(connection, touched)) {
                Outcomes.save(connection, assess.apply(FactLoader.load(connection, portion)));
            }
            return touched.size();
        });
    }

    /**
     * The facts of one trial, empty when its document is not known.
     *
     * @throws Unreadable when something of it no longer parses
     */
    public Optional<TrialFacts> load(TrialId trial) {
        LoadedFacts loaded = transactions.read(connection -> FactLoader.load(connection, List.of(trial)));
        Unreadable unreadable = loaded.unreadable().get(trial);
        if (unreadable != null) {
            throw unreadable;
        }
        return loaded.facts().stream().findFirst();
    }

    // Devices first: while they are locked nobody assigns them, so the trials that wear them are all known.
    private static Set<TrialId> lockTouched(Connection connection, Facts facts) throws SQLException {
        Locks.devices(connection, facts.lockedDevices());
        Set<TrialId> touched = TrialMerge.trialsWearing(connection, facts.deviceIds());
        touched.addAll(facts.trialIds());
        Locks.trials(connection, touched);
        return touched;
    }

    private static void mergeAll(Connection connection, Facts facts) throws SQLException {
        DeviceMerge.merge(connection, facts.devices());
        DeviceMerge.mergeKept(connection, facts.kept());
        TrialMerge.mergeReports(connection, facts.reports());
        TrialMerge.mergeTrials(connection, facts.trials());
        PoisonTable.save(connection, facts.poison());
    }
}
