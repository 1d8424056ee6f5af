package io.dorsal.standalone.bench;

import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.BATCH_SIZE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.BOOTSTRAP_SERVERS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.LINGER_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The yardstick: the same events to the same broker, keyed alike, by a Kafka producer and nothing else. */
final class ProducerAlone implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final List<byte[]> keys;
    private final EventTemplate event;
    private final Semaphore room;
    private final LongAdder acknowledged = new LongAdder();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long next = EventTemplate.FIRST_NUMBER;

    ProducerAlone(
            String bootstrapServers, String topic, List<LoadDevice> devices, EventTemplate event, int inFlightMax) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ACKS_CONFIG,
                        "all",
                        ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        5,
                        LINGER_MS_CONFIG,
                        0,
                        BATCH_SIZE_CONFIG,
                        64 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.topic = topic;
        this.keys = devices.stream()
                .map(device -> device.device().value().getBytes(StandardCharsets.UTF_8))
                .toList();
        this.event = event;
        this.room = new Semaphore(inFlightMax);
    }

    Round run(int warmUpSeconds, int seconds) throws InterruptedException, IOException {
        sendFor(warmUpSeconds);
        long before = acknowledged.sum();
        long begun = System.nanoTime();
        sendFor(seconds);
        long events = acknowledged.sum() - before;
        double elapsed = (System.nanoTime() - begun) / 1e9;
        Exception refused = failure.get();
        if (refused != null) {
            throw new IOException("Kafka refused an event: " + refused.getMessage(), refused);
        }
        return new Round(events, elapsed, Double.NaN, new Histogram(3));
    }

    private void sendFor(int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            byte[] key = keys.get((int) (next % keys.size()));
            room.acquire();
            var unused = producer.send(new ProducerRecord<>(topic, key, event.numbered(next++)), (stored, refused) -> {
                room.release();
                if (refused == null) {
                    acknowledged.increment();
                } else {
                    failure.set(refused);
                }
            });
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
