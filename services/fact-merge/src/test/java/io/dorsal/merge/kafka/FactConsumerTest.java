package io.dorsal.merge.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop alone, with Kafka's own fake, which forgets what it gave: reading again is tried in OutageIT. */
class FactConsumerTest {
    private static final TopicPartition P = new TopicPartition("facts", 0);
    private static final List<TopicPartition> PARTITIONS = List.of(P);

    private final MockConsumer<String, byte[]> kafka = new MockConsumer<>("none");
    private final Inboxed inbox = new Inboxed();
    private final FactConsumer consumer =
            new FactConsumer(kafka, List.of(P.topic()), inbox, new Backoff(Duration.ofMillis(1), Duration.ofMillis(5)));
    private Thread thread;

    /** Stores offsets in memory. */
    private static final class Inboxed implements Inbox {
        final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
        final List<Long> taken = new CopyOnWriteArrayList<>();
        final List<TopicPartition> forgotten = new CopyOnWriteArrayList<>();
        volatile int forgettingFails;

        @Override
        public Map<TopicPartition, Long> positions() {
            return Map.copyOf(positions);
        }

        @Override
        public void forget(Collection<TopicPartition> partitions) {
            if (forgettingFails > 0) {
                forgettingFails--;
                throw new IllegalStateException("The database is away");
            }
            partitions.forEach(positions::remove);
            forgotten.addAll(partitions);
        }

        @Override
        public void take(List<ConsumerRecord<String, byte[]>> records) {
            records.forEach(record -> taken.add(record.offset()));
            positions.put(P, records.getLast().offset() + 1);
        }
    }

    @BeforeEach
    void assign() {
        kafka.updateBeginningOffsets(Map.of(P, 0L));
        kafka.schedulePollTask(() -> {
            kafka.rebalance(PARTITIONS);
            consumer.onPartitionsAssigned(PARTITIONS);
        });
    }

    @AfterEach
    void stop() throws InterruptedException {
        consumer.stop();
        thread.join(Duration.ofSeconds(5));
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void readsFromTheStoredPosition() {
        inbox.positions.put(P, 2L);
        addRecords(0, 5);
        start();
        await().untilAsserted(() -> assertThat(inbox.taken).containsExactly(2L, 3L, 4L));
    }

    @Test
    void aLogThatDoesNotReachThePositionIsReadFromItsBeginning() {
        inbox.positions.put(P, 2L);
        kafka.schedulePollTask(() -> kafka.setPollException(new OffsetOutOfRangeException(Map.of(P, 2L))));
        start();
        await().until(() -> inbox.forgotten.contains(P) && kafka.position(P) == 0);
        addRecords(0, 2);
        await().untilAsserted(() -> assertThat(inbox.taken).containsExactly(0L, 1L));
    }

    @Test
    void whileForgettingFailsNothingIsReadAndItIsTriedAgain() {
        inbox.positions.put(P, 2L);
        inbox.forgettingFails = 1;
        kafka.schedulePollTask(() -> kafka.setPollException(new OffsetOutOfRangeException(Map.of(P, 2L))));
        start();
        await().until(() -> inbox.forgettingFails == 0);
        assertThat(inbox.taken).isEmpty();
    }

    private void start() {
        thread = Thread.ofPlatform().start(consumer);
    }

    private void addRecords(int from, int to) {
        kafka.schedulePollTask(() -> {
            for (int offset = from; offset < to; offset++) {
                kafka.addRecord(new ConsumerRecord<>(P.topic(), P.partition(), offset, "key", new byte[0]));
            }
        });
    }
}
