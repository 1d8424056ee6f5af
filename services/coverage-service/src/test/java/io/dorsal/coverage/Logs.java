package io.dorsal.coverage;

import static org.awaitility.Awaitility.await;

import io.dorsal.merge.Consuming;
import io.dorsal.merge.store.OutboxTable;
import io.dorsal.merge.store.Positions;
import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What goes into the topics, what comes out, and what the service has made of it. */
@ApplicationScoped
public class Logs {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrapServers;
    private final Positions positions;
    private final OutboxTable outbox;
    private final Consuming consuming;
    private final DataSource dataSource;

    Logs(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            Positions positions,
            OutboxTable outbox,
            Consuming consuming,
            DataSource dataSource) {
        this.bootstrapServers = bootstrapServers;
        this.positions = positions;
        this.outbox = outbox;
        this.consuming = consuming;
        this.dataSource = dataSource;
    }

    /** Returns when the records are merged and what follows from them is published. */
    void publish(List<ProducerRecord<String, byte[]>> records) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(producer::send);
        }
        awaitAllMerged();
    }

    /** Forgets all that is stored, and reads from the first offset. */
    void replay() throws SQLException, InterruptedException {
        consuming.stop();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate trial, report, decision, standing, heard, determination, outbox, poison, position");
        }
        consuming.start();
        awaitAllMerged();
    }

    /** Stored determinations by trial, byte for byte. */
    Map<String, String> determinations() throws SQLException {
        Map<String, String> determinations = new TreeMap<>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select trial, document from determination")) {
            while (rows.next()) {
                determinations.put(rows.getString("trial"), rows.getString("document"));
            }
        }
        return determinations;
    }

    /** The last value of each key. */
    Map<String, String> latest(Topic topic) {
        Map<String, String> latest = new HashMap<>();
        records(topic).forEach(record -> latest.put(record.key(), record.value()));
        return latest;
    }

    private Stream<ConsumerRecord<String, String>> records(Topic topic) {
        Stream.Builder<ConsumerRecord<String, String>> records = Stream.builder();
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records.build();
    }

    private void awaitAllMerged() {
        long end;
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> read = Stream.of(
                            Topics.TRIALS,
                            Topics.PATIENT_REPORTS,
                            Topics.DECISIONS,
                            Topics.RESPONDER_OUTCOMES,
                            Topics.OPIOID_OUTCOMES)
                    .flatMap(topic -> partitions(consumer, topic))
                    .toList();
            end = consumer.endOffsets(read).values().stream()
                    .mapToLong(offset -> offset)
                    .sum();
        }
        await().atMost(PATIENCE).until(() -> merged() == end && outbox.backlog().waiting() == 0);
    }

    private long merged() {
        return positions.load().stream()
                .mapToLong(Positions.Position::nextOffset)
                .sum();
    }

    private static Stream<TopicPartition> partitions(KafkaConsumer<String, String> consumer, Topic topic) {
        return consumer.partitionsFor(topic.name()).stream().map(p -> new TopicPartition(p.topic(), p.partition()));
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer());
    }
}
