package io.dorsal.ingest.kafka;

import io.dorsal.model.Malformed;
import io.dorsal.model.Topics;
import io.dorsal.model.wire.RegistrationCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the topic of registered devices from its beginning, and goes on reading, on a thread of its own. */
public final class RegistrationReader implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RegistrationReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final String bootstrapServers;
    private final KnownDevices devices;
    private final Thread thread = new Thread(this::run, "registrations");
    private volatile boolean closing;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> reading;

    private RegistrationReader(String bootstrapServers, KnownDevices devices) {
        this.bootstrapServers = bootstrapServers;
        this.devices = devices;
    }

    public static RegistrationReader start(String bootstrapServers, KnownDevices devices) {
        RegistrationReader reader = new RegistrationReader(bootstrapServers, devices);
        reader.thread.start();
        return reader;
    }

    private void run() {
        while (!closing) {
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties())) {
                reading = consumer;
                readFromTheBeginning(consumer);
            } catch (WakeupException e) {
                LOG.debug("Woken to end");
            } catch (KafkaException e) {
                // A consumer is cheap to make anew, and reading twice changes nothing.
                LOG.warnf("Reading %s failed with %s; reading it again", Topics.DEVICES.name(), e.getClass());
                pause();
            }
        }
    }

    private void readFromTheBeginning(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = awaitTopic(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        boolean atEnd = false;
        while (!closing) {
            consumer.poll(POLL).forEach(this::take);
            if (!atEnd && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                atEnd = true;
                devices.complete();
            }
        }
    }

    private List<TopicPartition> awaitTopic(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = List.of();
        while (!closing && partitions.isEmpty()) {
            partitions = consumer.partitionsFor(Topics.DEVICES.name()).stream()
                    .map(found -> new TopicPartition(found.topic(), found.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                pause();
            }
        }
        return partitions;
    }

    private void take(ConsumerRecord<byte[], byte[]> read) {
        byte[] key = read.key();
        if (read.value() == null) {
            devices.remove(key == null ? "" : new String(key, StandardCharsets.UTF_8));
            return;
        }
        try {
            devices.put(RegistrationCodec.parseStored(read.value()));
        } catch (Malformed e) {
            LOG.errorf("Skipped %s at %s-%d@%d", e.getMessage(), read.topic(), read.partition(), read.offset());
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private Map<String, Object> properties() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "client.id",
                "device-ingest-registrations",
                "key.deserializer",
                ByteArrayDeserializer.class.getName(),
                "value.deserializer",
                ByteArrayDeserializer.class.getName(),
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "allow.auto.create.topics",
                false);
    }

    @Override
    public void close() {
        closing = true;
        KafkaConsumer<byte[], byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(CLOSE_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
