package io.dorsal.registry.kafka;

import io.dorsal.registry.core.Message;
import io.dorsal.registry.core.OutboxRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes batches in order, acknowledged by all replicas. For one thread. */
public final class BatchProducer implements AutoCloseable {
    private final Map<String, Object> settings;
    private @Nullable Producer<String, String> producer;

    /**
     * Connects at the first batch.
     *
     * @param kafka what every Kafka client of this process is given, such as the bootstrap servers
     * @param deliveryTimeout how long a record may take, with all repetitions, before it counts as failed
     */
    public BatchProducer(Map<String, Object> kafka, Duration deliveryTimeout) {
        int deliveryMillis = Math.toIntExact(deliveryTimeout.toMillis());
        settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "dorsal-registry-outbox");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryMillis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, deliveryMillis * 2 / 3));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, deliveryMillis);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    }

    /** Sends the rows in order and waits for Kafka's answer to each; a failure is told, not thrown. */
    public BatchResult publish(List<OutboxRow> rows) throws InterruptedException {
        Set<Long> acknowledged = new HashSet<>(rows.size() * 2);
        Exception failure = null;
        List<Future<RecordMetadata>> answers = new ArrayList<>(rows.size());
        try {
            sendUntilFailure(rows, answers);
        } catch (KafkaException e) {
            failure = e;
        }
        for (int i = 0; i < answers.size(); i++) {
            try {
                answers.get(i).get();
                acknowledged.add(rows.get(i).id());
            } catch (ExecutionException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            // What it still holds must not come out later, after newer messages of the same key.
            abandon();
        }
        return new BatchResult(acknowledged, failure);
    }

    private void sendUntilFailure(List<OutboxRow> rows, List<Future<RecordMetadata>> answers) {
        Producer<String, String> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
            producer = open;
        }
        AtomicBoolean failed = new AtomicBoolean();
        for (OutboxRow row : rows) {
            // Without Kafka each send blocks until its timeout: one such wait per batch is enough.
            if (failed.get()) {
                return;
            }
            answers.add(open.send(record(row.message()), (metadata, e) -> {
                if (e != null) {
                    failed.set(true);
                }
            }));
        }
    }

    private static ProducerRecord<String, String> record(Message message) {
        ProducerRecord<String, String> record = new ProducerRecord<>(message.topic(), message.key(), message.value());
        message.event().headers().forEach((name, value) -> record.headers().add(name, value));
        return record;
    }

    private void abandon() {
        Producer<String, String> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        abandon();
    }
}
