package io.dorsal.registry;

import io.dorsal.model.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the records of one key, from the beginning of a topic to its present end. */
final class TopicReader {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TopicReader() {}

    /** Reads on until there are as many as expected, and then to the end. */
    static List<ConsumerRecord<String, byte[]>> read(String servers, Topic topic, String key, int atLeast) {
        Instant end = Instant.now().plus(PATIENCE);
        List<ConsumerRecord<String, byte[]>> found = List.of();
        while (found.size() < atLeast) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("expected %d records of %s, found %d".formatted(atLeast, key, found.size()));
            }
            found = readNow(servers, topic, key);
        }
        return found;
    }

    static List<ConsumerRecord<String, byte[]>> readNow(String servers, Topic topic, String key) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }
}
