package io.dorsal.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.model.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The latest outcomes and determinations in their topics, as whoever subscribes to them has them. */
public final class PublishedOutcomes implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<Place, Published> latest = new ConcurrentHashMap<>();
    private final Thread reading;

    private record Place(String topic, String key) {}

    /**
     * A record that has arrived.
     *
     * @param nanos when, by {@link System#nanoTime()}
     */
    public record Published(JsonNode document, long nanos) {}

    public PublishedOutcomes(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        reading = Thread.ofPlatform().daemon().name("published-outcomes").start(this::read);
    }

    /** The latest record of a key; null while there is none. */
    public @Nullable Published of(Topic topic, String key) {
        return latest.get(new Place(topic.name(), key));
    }

    private void read() {
        try (consumer) {
            List<TopicPartition> partitions = Stream.of(
                            Topics.RESPONDER_OUTCOMES, Topics.OPIOID_OUTCOMES, Topics.COVERAGE_DETERMINATIONS)
                    .flatMap(topic -> IntStream.range(0, topic.partitions())
                            .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (true) {
                consumer.poll(POLL).forEach(this::keep);
            }
        } catch (WakeupException e) {
            // Told to end.
        }
    }

    private void keep(ConsumerRecord<String, byte[]> record) {
        latest.put(
                new Place(record.topic(), record.key()), new Published(Json.parse(record.value()), System.nanoTime()));
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        reading.join();
    }
}
