package io.dorsal.responder;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Tells from observations alone which partitions have waiting records and do not move. No clock of its own. */
final class StallWatch {
    private final Duration stalledAfter;
    private final Map<TopicPartition, Still> still = new HashMap<>();

    /** A position and since when it stands there while records wait behind it. */
    private record Still(long position, Instant since) {}

    StallWatch(Duration stalledAfter) {
        this.stalledAfter = stalledAfter;
    }

    /**
     * Takes in one observation.
     *
     * @param ends the offset after the last record
     * @param positions the next offset to store; absent as long as nothing is stored
     */
    void observe(Instant now, Map<TopicPartition, Long> ends, Map<TopicPartition, Long> positions) {
        still.keySet().retainAll(ends.keySet());
        ends.forEach((partition, end) -> {
            long position = positions.getOrDefault(partition, 0L);
            if (position >= end) {
                still.remove(partition);
                return;
            }
            Still before = still.get(partition);
            if (before == null || before.position() != position) {
                still.put(partition, new Still(position, now));
            }
        });
    }

    /** Starts anew, as after a time without observations. */
    void forget() {
        still.clear();
    }

    /** Partitions that have not moved for the stated time. */
    Set<String> stalled(Instant now) {
        Set<String> stalled = new TreeSet<>();
        still.forEach((partition, since) -> {
            if (Duration.between(since.since(), now).compareTo(stalledAfter) >= 0) {
                stalled.add(partition.toString());
            }
        });
        return stalled;
    }

    /** How many records wait. */
    static long lag(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> positions) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
