package io.dorsal.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.model.Topics;
import io.dorsal.model.outcome.Grade;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Facts through a real Kafka into a real PostgreSQL, and the outcomes that come out. */
class FactsToOutcomeIT {
    private static final Instant AFTERWARDS = Instant.parse("2026-03-20T00:00:00Z");
    private static final Instant FIRST_DAY = Instant.parse("2026-03-03T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The logs are shared with tests that put them under load. */
    private static final Duration PATIENCE_TO_READ_ALL = Duration.ofSeconds(180);

    private static Backends backends;
    private static Instance instance;
    private static KafkaProducer<String, byte[]> producer;

    @BeforeAll
    static void start() throws Exception {
        backends = Backends.shared();
        instance = new Instance(backends, "facts_to_outcome").started();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", backends.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        awaitAllRead();
    }

    @AfterAll
    static void stop() throws Exception {
        producer.close();
        instance.close();
    }

    @Test
    void exactlyFiftyPercentIsAResponder() {
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>(Samples.exactlyHalf("T-half"));
        facts.add(Samples.trial("T-half", 1, "D-half"));
        publish(facts);

        ResponderOutcome outcome = instance.outcome("T-half", AFTERWARDS);
        assertThat(outcome.status()).isEqualTo(Status.RESPONDER);
        assertThat(outcome.grade()).isEqualTo(Grade.SUBSTANTIAL);
        assertThat(outcome.relief()).hasToString("50/1");
        assertThat(lastPublished("T-half")).isEqualTo(instance.published().get("T-half"));
    }

    @Test
    void orderAndRepetitionLeaveNoTrace() {
        List<ProducerRecord<String, byte[]>> facts = deviceDay("D-first", 0);
        facts.addAll(Samples.exactlyHalf("T-first"));
        facts.add(Samples.trial("T-first", 1, "D-first"));
        publish(facts);

        List<ProducerRecord<String, byte[]>> again = deviceDay("D-other", 0);
        again.addAll(deviceDay("D-other", 0));
        again.addAll(Samples.exactlyHalf("T-other"));
        again.add(Samples.trial("T-other", 1, "D-other"));
        Collections.shuffle(again, new Random(7));
        publish(again);

        assertThat(withoutNames("T-other", "D-other")).isEqualTo(withoutNames("T-first", "D-first"));
    }

    @Test
    void anAssignmentMayComeAfterTheEvents() {
        List<ProducerRecord<String, byte[]>> facts = deviceDay("D-late", 0);
        facts.add(Samples.trial("T-late", 1, "D-unknown"));
        publish(facts);
        assertThat(instance.outcome("T-late", AFTERWARDS).ledger()).isEmpty();

        publish(List.of(Samples.trial("T-late", 2, "D-late")));
        assertThat(instance.outcome("T-late", AFTERWARDS).ledger())
                .singleElement()
                .satisfies(entry -> assertThat(entry.received()).isEqualTo(144));
    }

    @Test
    void aLaterRevisionAndAnOlderVersionCountAsTheyShould() {
        publish(List.of(Samples.trial("T-rev", 5, "D-rev")));
        publish(List.of(Samples.trial("T-rev", 4, "D-stale")));
        publish(List.of(
                Samples.pain("T-rev", "p", 2, Samples.PLACED_ON.plusDays(1), 3),
                Samples.pain("T-rev", "p", 1, Samples.PLACED_ON.plusDays(1), 9)));

        assertThat(instance.outcome("T-rev", AFTERWARDS).trial().mean()).hasToString("3/1");
        assertThat(instance.published().get("T-rev")).contains("\"exact\":\"3/1\"");
    }

    @Test
    void aPoisonRecordIsSetAsideAndItsNeighboursGoOn() {
        String device = "D-poison";
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>();
        facts.add(Samples.usage(device, 0, 0, FIRST_DAY));
        facts.add(Samples.record(Topics.DEVICE_EVENTS, device, "{\"device\":\"D-poison\""));
        facts.add(new ProducerRecord<>(Topics.DEVICE_EVENTS.name(), device, null));
        facts.add(Samples.event(device, 0, 1, FIRST_DAY, "\"type\":\"from.the.future\""));
        facts.add(Samples.usage(device, 0, 2, FIRST_DAY.plusSeconds(1200)));
        facts.add(Samples.trial("T-poison", 1, device));
        double poisonBefore = poison();
        publish(facts);

        assertThat(instance.outcome("T-poison", AFTERWARDS).ledger())
                .singleElement()
                .satisfies(entry -> assertThat(entry.missing()).containsExactly("1"));
        // Published at least once, so told apart by the places that they came from.
        Map<String, String> quarantined = new HashMap<>();
        records(Topics.QUARANTINE.name()).stream()
                .filter(record -> device.equals(record.key()))
                .forEach(record -> quarantined.put(header(record, "ce_id"), header(record, "ce_dorsalreason")));
        assertThat(quarantined.values()).containsExactlyInAnyOrder("not-json", "not-json", "unknown-type");
        assertThat(poison() - poisonBefore).isEqualTo(3);
    }

    @Test
    void publishedOutcomesSayTheirOrder() {
        publish(List.of(Samples.trial("T-order", 1, "D-order")));
        publish(List.of(Samples.pain("T-order", "p", 1, Samples.PLACED_ON, 5)));

        assertThat(records(Topics.RESPONDER_OUTCOMES.name()).stream()
                        .filter(record -> "T-order".equals(record.key()))
                        .map(record -> header(record, "ce_sequence")))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(sequence -> sequence.matches("[0-9]{19}"))
                .isSorted();
    }

    @Test
    void aReplayFromTheFirstOffsetGivesTheSameBytes() throws Exception {
        List<ProducerRecord<String, byte[]>> facts = deviceDay("D-replay", 3);
        facts.addAll(Samples.exactlyHalf("T-replay"));
        facts.add(Samples.trial("T-replay", 1, "D-replay"));
        publish(facts);
        Map<String, String> before = instance.published();
        long merged = instance.merged();

        instance.consuming.stop();
        instance.forgetEverything();
        instance.consuming.start();

        await().atMost(PATIENCE_TO_READ_ALL).until(() -> instance.merged() == merged);
        assertThat(instance.published()).isEqualTo(before);
    }

    /** Ten minutes by ten minutes: usage, and now and then a change of stimulation. */
    private static List<ProducerRecord<String, byte[]>> deviceDay(String device, long boot) {
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        for (int seq = 0; seq < 144; seq++) {
            Instant at = FIRST_DAY.plusSeconds(600L * seq);
            events.add(seq % 12 == 0 ? Samples.changed(device, boot, seq, at) : Samples.usage(device, boot, seq, at));
        }
        return events;
    }

    private static String withoutNames(String trial, String device) {
        return instance.published()
                .get(trial)
                .replace(trial, "T")
                .replace(device, "D")
                .replaceAll("\"(fact|stated)Digest\":\"[0-9a-f]+\"", "");
    }

    /** Returns when the records are merged and what follows from them is published. */
    private static void publish(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(producer::send);
        producer.flush();
        long end = ends();
        await().atMost(PATIENCE).until(() -> instance.merged() == end && instance.backlog() == 0);
    }

    private static void awaitAllRead() {
        long end = ends();
        await().atMost(PATIENCE_TO_READ_ALL).until(() -> instance.merged() == end && instance.backlog() == 0);
    }

    private static double poison() {
        return instance.meters.counter("dorsal.responder.poison").count();
    }

    private static long ends() {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            return Stream.of(Topics.DEVICE_EVENTS, Topics.PATIENT_REPORTS, Topics.TRIALS)
                    .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .mapToLong(
                            partition -> consumer.endOffsets(List.of(partition)).get(partition))
                    .sum();
        }
    }

    private static String lastPublished(String trial) {
        Map<String, String> last = new HashMap<>();
        records(Topics.RESPONDER_OUTCOMES.name()).forEach(record -> last.put(record.key(), record.value()));
        return last.get(trial);
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, String>> records(String topic) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static KafkaConsumer<String, String> consumer() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", backends.bootstrapServers());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
}
