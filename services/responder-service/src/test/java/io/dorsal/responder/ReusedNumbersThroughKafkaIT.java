package io.dorsal.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** The same through a real Kafka, read twice: what is redelivered turns no resend into a conflict. */
class ReusedNumbersThroughKafkaIT {
    private static final Instant AFTERWARDS = Instant.parse("2026-03-20T00:00:00Z");
    private static final Instant DAY_1 = Instant.parse("2026-03-03T12:00:00Z");
    private static final Instant DAY_4 = Instant.parse("2026-03-06T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final LedgerEntry FIVE_TWICE = new LedgerEntry("D-reused", 0, 5, 6, List.of(), 0, List.of("0-4"), 5);

    @Test
    void whatIsReadAgainCountsTheSame() throws Exception {
        Backends backends = Backends.shared();
        try (Instance instance = new Instance(backends, "reused_through_kafka").started()) {
            publish(backends, records());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ledger(instance)).contains(FIVE_TWICE));
            await().atMost(PATIENCE).until(() -> instance.backlog() == 0);
            String published = instance.published().get("T-reused");
            long merged = instance.merged();

            instance.consuming.stop();
            instance.execute("truncate position");
            instance.consuming.start();
            await().atMost(PATIENCE).until(() -> instance.merged() == merged);
            assertThat(instance.published().get("T-reused")).isEqualTo(published);

            instance.consuming.stop();
            instance.forgetEverything();
            instance.consuming.start();
            await().atMost(PATIENCE).until(() -> instance.merged() == merged);
            assertThat(instance.published().get("T-reused")).isEqualTo(published);
        }
    }

    private static List<ProducerRecord<String, byte[]>> records() {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        records.add(Samples.trial("T-reused", 1, "D-reused"));
        for (int seq = 0; seq < 5; seq++) {
            records.add(pain(seq, DAY_1.plusSeconds(600L * seq), 3));
            records.add(pain(seq, DAY_1.plusSeconds(600L * seq), 3));
        }
        for (int seq = 0; seq < 6; seq++) {
            records.add(pain(seq, DAY_4.plusSeconds(600L * seq), 8));
        }
        return records;
    }

    private static ProducerRecord<String, byte[]> pain(int seq, Instant at, int score) {
        return Samples.event("D-reused", 0, seq, at, Samples.painOf(score));
    }

    private static List<LedgerEntry> ledger(Instance instance) {
        return instance.published().containsKey("T-reused")
                ? instance.outcome("T-reused", AFTERWARDS).ledger()
                : List.of();
    }

    private static void publish(Backends backends, List<ProducerRecord<String, byte[]>> records) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", backends.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            records.forEach(producer::send);
        }
    }
}
