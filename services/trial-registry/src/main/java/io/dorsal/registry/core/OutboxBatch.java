package io.dorsal.registry.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rows of a batch are done with once Kafka has answered.
 *
 * <p>When an earlier message of a key failed and a later one got through, sending only the earlier one again would make
 * it the last of its key, and compaction would keep the stale one. So both are sent again: per key, only the rows before
 * the first failure are done. Consumers merge idempotently, so a repetition changes nothing; a stale ending would.
 */
public final class OutboxBatch {
    private OutboxBatch() {}

    /** The ids of {@code rows} that may go, given the ids that Kafka has acknowledged. */
    public static List<Long> settled(List<OutboxRow> rows, Set<Long> acknowledged) {
        Set<TopicKey> broken = new HashSet<>();
        List<Long> settled = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            TopicKey key = new TopicKey(row.message().topic(), row.message().key());
            if (broken.contains(key)) {
                continue;
            }
            if (acknowledged.contains(row.id())) {
                settled.add(row.id());
            } else {
                broken.add(key);
            }
        }
        return settled;
    }

    private record TopicKey(String topic, String key) {}
}
