package io.dorsal.responder;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Topics;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One number for different facts, against a real PostgreSQL: what counts, what is kept beside it, what is no conflict. */
class ReusedNumbersIT {
    private static final Instant AFTERWARDS = Instant.parse("2026-03-20T00:00:00Z");
    private static final Instant DAY_1 = Instant.parse("2026-03-03T12:00:00Z");
    private static final Instant DAY_4 = Instant.parse("2026-03-06T12:00:00Z");

    private static Instance instance;

    private long offset;

    @BeforeAll
    static void start() throws Exception {
        instance = new Instance(Backends.shared(), "reused_numbers");
    }

    @AfterAll
    static void stop() throws Exception {
        instance.close();
    }

    @BeforeEach
    void empty() throws Exception {
        instance.forgetEverything();
        take(List.of(Samples.trial("T-1", 1, "D-1")));
    }

    @Test
    void aBootCounterThatBeginsAgainIsSeenInAnyOrder() throws Exception {
        double before = conflicts();
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        for (int seq = 0; seq < 5; seq++) {
            events.add(pain(seq, DAY_1.plusSeconds(600L * seq), 3));
        }
        for (int seq = 0; seq < 5; seq++) {
            events.add(pain(seq, DAY_4.plusSeconds(600L * seq), 8));
        }
        events.forEach(event -> take(List.of(event)));
        events.forEach(event -> take(List.of(event)));

        assertThat(ledger()).isEqualTo(new LedgerEntry("D-1", 0, 4, 5, List.of(), 0, List.of("0-4"), 5));
        assertThat(conflicts() - before).isEqualTo(5);
        assertThat(instance.texts("select document from conflicting_event"))
                .hasSize(5)
                .allMatch(document -> document.contains("\"score\":8"));
        String inOrder = instance.published().get("T-1");

        empty();
        Collections.reverse(events);
        take(events.subList(0, 3));
        take(events.subList(3, 10));
        assertThat(instance.published().get("T-1")).isEqualTo(inOrder);
        assertThat(instance.texts("select document from conflicting_event"))
                .hasSize(5)
                .allMatch(document -> document.contains("\"score\":8"));
    }

    @Test
    void aResendIsNoConflictHoweverItIsStampedAndSpelled() throws Exception {
        take(List.of(pain(0, DAY_1, 3)));
        ProducerRecord<String, byte[]> resent = Samples.record(
                Topics.DEVICE_EVENTS,
                "D-1",
                ("{\"device\":\"D-1\",\"receivedAt\":\"%s\",\"score\":3.0,\"construct\":\"AVERAGE\",\"extra\":1,"
                                + "\"scale\":\"NRS\",\"type\":\"pain.reported\",\"at\":\"%s\",\"seq\":0,\"boot\":0}")
                        .formatted(DAY_4, DAY_1));
        take(List.of(resent));
        take(List.of(resent, pain(0, DAY_1, 3)));

        assertThat(ledger()).isEqualTo(new LedgerEntry("D-1", 0, 0, 1, List.of(), 0));
        assertThat(instance.texts("select fact from conflicting_event")).isEmpty();
    }

    @Test
    void whatNoLongerParsesKeepsNoFactAway() throws Exception {
        take(List.of(pain(0, DAY_1, 3)));
        instance.execute("update kept_event set document = '{}'");

        take(List.of(pain(0, DAY_1, 3)));

        assertThat(ledger().conflictingNumbers()).isZero();
        assertThat(instance.texts("select document from kept_event"))
                .singleElement()
                .asString()
                .contains("\"score\":3");
    }

    private static ProducerRecord<String, byte[]> pain(int seq, Instant at, int score) {
        return Samples.event("D-1", 0, seq, at, Samples.painOf(score));
    }

    private static LedgerEntry ledger() {
        return instance.outcome("T-1", AFTERWARDS).ledger().getFirst();
    }

    private static double conflicts() {
        return instance.meters.counter("dorsal.responder.conflicts").count();
    }

    private void take(List<ProducerRecord<String, byte[]>> records) {
        instance.pipeline.take(records.stream()
                .map(record -> new ConsumerRecord<>(record.topic(), 0, offset++, record.key(), record.value()))
                .toList());
    }
}
