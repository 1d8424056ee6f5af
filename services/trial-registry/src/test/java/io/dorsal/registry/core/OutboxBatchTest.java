package io.dorsal.registry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.CloudEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutboxBatchTest {
    @Test
    void whatKafkaHasIsDone() {
        assertThat(OutboxBatch.settled(List.of(row(1, "a"), row(2, "b")), Set.of(1L, 2L)))
                .containsExactly(1L, 2L);
    }

    @Test
    void afterAFailureTheLaterMessagesOfThatKeyAreSentAgain() {
        List<OutboxRow> rows = List.of(row(1, "a"), row(2, "a"), row(3, "b"), row(4, "a"));

        assertThat(OutboxBatch.settled(rows, Set.of(1L, 3L, 4L))).containsExactly(1L, 3L);
    }

    @Test
    void theSameKeyInAnotherTopicIsAnotherKey() {
        List<OutboxRow> rows = List.of(row(1, "trials", "a"), row(2, "reports", "a"));

        assertThat(OutboxBatch.settled(rows, Set.of(2L))).containsExactly(2L);
    }

    /** Whatever fails: once all is sent, each key's log ends with its newest message, and none is missing. */
    @Test
    void howeverOftenKafkaFailsEachKeyEndsWithItsNewestMessage() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<OutboxRow> waiting = new ArrayList<>();
            for (int id = 1; id <= 20; id++) {
                waiting.add(row(id, "k" + random.nextInt(3)));
            }
            List<OutboxRow> all = List.copyOf(waiting);
            List<OutboxRow> log = new ArrayList<>();
            for (int attempt = 0; !waiting.isEmpty(); attempt++) {
                Set<Long> acknowledged = new HashSet<>();
                for (OutboxRow row : waiting) {
                    if (attempt > 50 || random.nextInt(4) > 0) {
                        log.add(row);
                        acknowledged.add(row.id());
                    }
                }
                List<Long> settled = OutboxBatch.settled(waiting, acknowledged);
                waiting.removeIf(row -> settled.contains(row.id()));
            }

            assertThat(log).as("seed %d", seed).containsAll(all);
            for (String key : Set.of("k0", "k1", "k2")) {
                assertThat(newest(log, key)).as("seed %d, key %s", seed, key).isEqualTo(newest(all, key));
            }
        }
    }

    private static OutboxRow newest(List<OutboxRow> rows, String key) {
        return rows.stream()
                .filter(row -> row.message().key().equals(key))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static OutboxRow row(long id, String key) {
        return row(id, "trials", key);
    }

    private static OutboxRow row(long id, String topic, String key) {
        return new OutboxRow(id, new Message(topic, key, "{}", new CloudEvent("i", "t", "/s", Instant.EPOCH, key)));
    }
}
