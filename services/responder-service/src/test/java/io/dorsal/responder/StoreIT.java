package io.dorsal.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.merge.store.OutboxTable.Receipt;
import io.dorsal.merge.store.OutboxTable.Waiting;
import io.dorsal.merge.store.Overtaken;
import io.dorsal.merge.store.Unreadable;
import io.dorsal.model.ClinicId;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store against a real PostgreSQL, without Kafka: what it refuses, sets aside and orders. */
class StoreIT {
    private static Instance instance;

    private long offset;

    @BeforeAll
    static void start() throws Exception {
        instance = new Instance(Backends.shared(), "store");
    }

    @AfterAll
    static void stop() throws Exception {
        instance.close();
    }

    @BeforeEach
    void empty() throws Exception {
        instance.forgetEverything();
    }

    @Test
    void whatAnotherConsumerHasStoredIsNotStoredAgain() {
        List<ConsumerRecord<String, byte[]>> records = records(Samples.trial("T-1", 1, "D-1"));
        instance.pipeline.take(records);

        assertThatThrownBy(() -> instance.pipeline.take(records)).isInstanceOf(Overtaken.class);
        List<ConsumerRecord<String, byte[]>> partlyNew = new ArrayList<>(records);
        partlyNew.addAll(records(Samples.pain("T-1", "p", 1, Samples.PLACED_ON, 5)));
        assertThatThrownBy(() -> instance.pipeline.take(partlyNew)).isInstanceOf(Overtaken.class);
        assertThat(instance.merged()).isEqualTo(1);
    }

    @Test
    void aTrialThatNoLongerParsesFailsAlone() throws Exception {
        instance.pipeline.take(records(
                Samples.trial("T-bad", 1, "D-bad"),
                Samples.trial("T-good", 1, "D-good"),
                Samples.trial("T-worn", 1, "D-w")));
        instance.pipeline.take(records(Samples.changed("D-w", 0, 0, Instant.parse("2026-03-03T12:00:00Z"))));
        instance.execute("update trial set document = '{\"clinic\":7}' where trial = 'T-bad'");
        instance.execute("update kept_event set document = '{}' where device = 'D-w'");
        Map<String, String> before = instance.published();

        instance.pipeline.take(records(
                Samples.pain("T-bad", "p", 1, Samples.PLACED_ON, 5),
                Samples.pain("T-good", "p", 1, Samples.PLACED_ON, 5),
                Samples.pain("T-worn", "p", 1, Samples.PLACED_ON, 5)));

        assertThat(instance.published().get("T-good")).isNotEqualTo(before.get("T-good"));
        for (String trial : List.of("T-bad", "T-worn")) {
            assertThat(instance.published().get(trial)).isEqualTo(before.get(trial));
            assertThatThrownBy(() -> instance.outcome(trial, Instant.now())).isInstanceOf(Unreadable.class);
        }
        assertThat(instance.meters.counter("dorsal.responder.assess.failures").count())
                .isEqualTo(2);
    }

    @Test
    void theOutboxLosesWhatIsAcknowledgedAndKeepsTheRest() {
        instance.pipeline.take(records(
                Samples.trial("T-1", 1, "D-1"), Samples.trial("T-2", 1, "D-2"), Samples.trial("T-3", 1, "D-3")));

        Receipt receipt = instance.outbox.drain(
                10,
                letters -> new Receipt(
                        ids(letters, "T-1"), Map.of(id(letters, "T-2"), "too large"), new KafkaException("T-3")));

        assertThat(receipt.settled()).isEqualTo(2);
        assertThat(instance.outbox.backlog()).satisfies(backlog -> {
            assertThat(backlog.waiting()).isEqualTo(1);
            assertThat(backlog.refused()).isEqualTo(1);
            assertThat(backlog.oldest()).isNotNull();
        });
        assertThat(waiting()).containsExactly("T-3");
    }

    @Test
    void aNewOutcomeTakesThePlaceOfARefusedOne() {
        instance.pipeline.take(records(Samples.trial("T-1", 1, "D-1")));
        instance.outbox.drain(10, letters -> new Receipt(Set.of(), Map.of(id(letters, "T-1"), "too large"), null));
        assertThat(waiting()).isEmpty();

        instance.pipeline.take(records(Samples.pain("T-1", "p", 1, Samples.PLACED_ON, 5)));

        assertThat(waiting()).containsExactly("T-1");
        assertThat(instance.outbox.backlog().refused()).isZero();
    }

    @Test
    void laterOutcomesHaveGreaterIdsAlsoInANewDatabase() throws Exception {
        instance.outbox.goOnFromClock();
        long first = idOfNextOutcome(1);
        instance.execute("alter sequence outbox_id_seq restart with 1");
        instance.outbox.goOnFromClock();
        long second = idOfNextOutcome(2);
        instance.outbox.goOnFromClock();

        assertThat(second).isGreaterThan(first);
        assertThat(idOfNextOutcome(3)).isGreaterThan(second);
    }

    @Test
    void aReplayQuarantinesNothingAgain() throws Exception {
        List<ConsumerRecord<String, byte[]>> poison =
                records(Samples.record(Topics.DEVICE_EVENTS, "D-1", "{"), Samples.record(Topics.TRIALS, "T-1", "[]"));
        instance.pipeline.take(poison);
        assertThat(drained()).containsExactlyInAnyOrder("D-1", "T-1");

        instance.execute("truncate position");
        instance.pipeline.take(poison);
        assertThat(drained()).isEmpty();

        instance.execute("truncate position");
        offset = 0;
        instance.pipeline.take(records(Samples.record(Topics.DEVICE_EVENTS, "D-2", "[")));
        assertThat(drained()).as("another log, the same place").containsExactly("D-2");
    }

    @Test
    void aPageHasTheFieldsAskedForInTheirOrder() {
        instance.pipeline.take(records(
                Samples.trial("T-2", 1, "D-2"), Samples.trial("T-1", 1, "D-1"), Samples.trial("T-3", 1, "D-3")));

        assertThat(instance.outcomes.page(new ClinicId("harbor"), null, 2, List.of("status", "trialId")))
                .hasSize(2)
                .first()
                .asString()
                .matches("\\{ ?\"trialId\" ?: ?\"T-1\", ?\"status\" ?: ?\"[A-Z_]+\" ?}");
        assertThat(instance.outcomes.page(null, new TrialId("T-2"), 5, List.of("trialId")))
                .singleElement()
                .asString()
                .contains("T-3");
        assertThat(instance.outcomes.page(new ClinicId("elsewhere"), null, 5, List.of("trialId")))
                .isEmpty();
    }

    private long idOfNextOutcome(int revision) {
        instance.pipeline.take(records(
                Samples.trial("T-1", 1, "D-1"), Samples.pain("T-1", "p", revision, Samples.PLACED_ON, revision)));
        List<Long> ids = new ArrayList<>();
        instance.outbox.drain(10, letters -> {
            letters.forEach(letter -> ids.add(letter.id()));
            return new Receipt(Set.copyOf(ids), Map.of(), null);
        });
        return ids.getLast();
    }

    private List<String> waiting() {
        List<String> keys = new ArrayList<>();
        instance.outbox.drain(10, letters -> {
            letters.forEach(letter -> keys.add(letter.letter().key()));
            return new Receipt(Set.of(), Map.of(), null);
        });
        return keys;
    }

    private List<String> drained() {
        List<String> keys = new ArrayList<>();
        instance.outbox.drain(10, letters -> {
            letters.forEach(letter -> keys.add(letter.letter().key()));
            return new Receipt(letters.stream().map(Waiting::id).collect(Collectors.toSet()), Map.of(), null);
        });
        return keys;
    }

    private static Set<Long> ids(List<Waiting> letters, String... keys) {
        return Stream.of(keys).map(key -> id(letters, key)).collect(Collectors.toSet());
    }

    private static long id(List<Waiting> letters, String key) {
        return letters.stream()
                .filter(letter -> letter.letter().key().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @SafeVarargs
    private List<ConsumerRecord<String, byte[]>> records(ProducerRecord<String, byte[]>... records) {
        return Arrays.stream(records)
                .map(record -> new ConsumerRecord<>(record.topic(), 0, offset++, record.key(), record.value()))
                .toList();
    }
}
