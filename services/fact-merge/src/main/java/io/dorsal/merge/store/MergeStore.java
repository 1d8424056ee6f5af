package io.dorsal.merge.store;

import io.dorsal.merge.store.OutboxTable.Letter;
import io.dorsal.merge.store.PoisonTable.Poison;
import io.dorsal.merge.store.Portions.Weighed;
import io.dorsal.merge.store.Positions.Position;
import io.dorsal.merge.store.Transactions.Work;
import io.dorsal.model.TrialId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Merges a batch and stores what follows from it, all in one transaction. */
@ApplicationScoped
public class MergeStore {
    private final Transactions transactions;

    public MergeStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Few trials to what is to be published of them. */
    @FunctionalInterface
    public interface Following {
        List<Letter> of(Connection connection, List<TrialId> trials) throws SQLException;
    }

    /**
     * Moves the positions on, merges, and assesses each trial that is touched once.
     *
     * @param merge says which trials it touched
     * @return the number of trials touched
     */
    public int store(
            Collection<Position> positions, List<Poison> poison, Work<List<Weighed>> merge, Following following) {
        return transactions.write(connection -> {
            Positions.advance(connection, positions);
            List<Weighed> touched = merge.in(connection);
            PoisonTable.save(connection, poison);
            for (List<TrialId> portion : Portions.of(touched)) {
                OutboxTable.put(connection, following.of(connection, portion));
            }
            return touched.size();
        });
    }
}
