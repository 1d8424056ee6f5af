package io.dorsal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaProcessTest {
    private static final String TOPIC = Topics.DEVICE_EVENTS.name();

    @TempDir
    Path folder;

    @Test
    void recordsSurviveAStopAndAKillAndTheProbeTellsAFrozenNode() throws Exception {
        KafkaSettings settings = KafkaSettings.forTest(folder.resolve("kafka"));
        try (KafkaProcess first = KafkaProcess.start(settings)) {
            assertThat(topics(first)).hasSize(Topics.all().size()).containsEntry(TOPIC, 12);
            produce(first, "one");
            assertThat(consume(first, 1)).containsExactly("one");
        }
        KafkaProcess second = KafkaProcess.start(settings);
        produce(second, "two");
        second.kill();
        assertThat(second.isAlive()).isFalse();
        try (KafkaProcess third = KafkaProcess.start(settings)) {
            produce(third, "three");
            assertThat(consume(third, 3)).containsExactlyInAnyOrder("one", "two", "three");
            assertThat(KafkaProbe.answers(settings.port())).isTrue();
            third.pause();
            assertThat(KafkaProbe.answers(settings.port())).isFalse();
            third.resume();
            assertThat(KafkaProbe.answers(settings.port())).isTrue();
        }
    }

    private static Map<String, Integer> topics(KafkaProcess kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            Set<String> names = admin.listTopics().names().get(20, TimeUnit.SECONDS);
            Map<String, TopicDescription> all =
                    admin.describeTopics(names).allTopicNames().get(20, TimeUnit.SECONDS);
            return all.entrySet().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> entry.getValue().partitions().size()));
        }
    }

    private static void produce(KafkaProcess kafka, String value) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value, value)).get();
        }
    }

    private static List<String> consume(KafkaProcess kafka, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "group.id",
                "reader-of-" + count,
                "auto.offset.reset",
                "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            for (int attempt = 0; attempt < 60 && values.size() < count; attempt++) {
                for (ConsumerRecord<String, String> fetched : consumer.poll(Duration.ofMillis(500))) {
                    values.add(fetched.value());
                }
            }
        }
        return values;
    }
}
