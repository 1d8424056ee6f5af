package io.dorsal.merge;

import io.dorsal.merge.store.OutboxTable.Letter;
import io.dorsal.merge.store.Portions.Weighed;
import io.dorsal.model.Malformed;
import io.dorsal.model.Topic;
import io.dorsal.model.TrialId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * What a service makes of facts: the seam between this library, which moves them, and the service, which knows what they
 * mean. Merging must be commutative, associative and idempotent: a batch may come again, in other company and order.
 */
public interface FactMerge {
    /** What is read. */
    List<Topic> topics();

    /** A batch with nothing in it. */
    Batch open();

    /**
     * Assesses these few trials from what is stored and stores what follows, in the transaction that merged.
     *
     * @return what is to be published
     */
    List<Letter> assess(Connection connection, List<TrialId> trials) throws SQLException;

    /** The facts of one transaction. */
    interface Batch {
        /**
         * Reads one more record.
         *
         * @param sequence the publisher's {@code ce_sequence}, greater for what it committed later; 0 without one
         * @throws Malformed when it cannot be read: then it alone is set aside, and the batch must be as before
         */
        void add(String topic, byte[] value, long sequence);

        /** When each fact that counts for latency was received. */
        List<Instant> receivedAt();

        /**
         * Locks what the facts touch and merges them.
         *
         * @return the trials to assess; {@link io.dorsal.merge.store.Locks} says how two batches keep out of each other's
         *     way
         * @throws io.dorsal.merge.store.Unmergeable when they cannot even be joined in memory
         */
        List<Weighed> merge(Connection connection) throws SQLException;
    }
}
