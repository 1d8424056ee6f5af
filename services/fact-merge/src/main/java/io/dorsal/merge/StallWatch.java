package io.dorsal.merge;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells from observations alone which queues have something waiting and do not move. No clock of its own. */
final class StallWatch {
    private final Duration stalledAfter;
    private final Map<String, Still> still = new HashMap<>();

    /** A position and since when it stands there while something waits behind it. */
    private record Still(long position, Instant since) {}

    StallWatch(Duration stalledAfter) {
        this.stalledAfter = stalledAfter;
    }

    /**
     * Takes in one observation.
     *
     * @param ends where each queue ends, such as the offset after a partition's last record
     * @param positions how far each is worked off; absent as long as it is not begun
     */
    void observe(Instant now, Map<String, Long> ends, Map<String, Long> positions) {
        still.keySet().retainAll(ends.keySet());
        ends.forEach((queue, end) -> {
            long position = positions.getOrDefault(queue, 0L);
            if (position >= end) {
                still.remove(queue);
                return;
            }
            Still before = still.get(queue);
            if (before == null || before.position() != position) {
                still.put(queue, new Still(position, now));
            }
        });
    }

    /** Starts anew, as after a time without observations. */
    void forget() {
        still.clear();
    }

    /** Queues that have not moved for the stated time. */
    Set<String> stalled(Instant now) {
        Set<String> stalled = new TreeSet<>();
        still.forEach((queue, since) -> {
            if (Duration.between(since.since(), now).compareTo(stalledAfter) >= 0) {
                stalled.add(queue);
            }
        });
        return stalled;
    }

    /** How many records wait. */
    static long lag(Map<String, Long> ends, Map<String, Long> positions) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
