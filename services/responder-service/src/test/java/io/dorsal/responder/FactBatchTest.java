package io.dorsal.responder;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.SequenceRanges;
import io.dorsal.responder.store.Facts;
import io.dorsal.responder.store.Positions.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class FactBatchTest {
    private static final Instant AT = Instant.parse("2026-03-03T12:00:00Z");

    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    @Test
    void eventsOfABootBecomeRangesAndSpans() {
        for (int seq : new int[] {2, 1, 4, 1}) {
            add(Samples.usage("D", 0, seq, AT.plusSeconds(600L * seq)), 0);
        }
        var boot = facts().devices().getFirst().boots().getFirst();
        assertThat(boot.received()).isEqualTo(SequenceRanges.of(1, 2, 4));
        assertThat(facts().kept()).isEmpty();
    }

    @Test
    void whatStaysByItselfKeepsTheRecordsOwnText() {
        add(Samples.changed("D", 0, 7, AT), 0);
        assertThat(facts().kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.document()).contains("\"extra\":\"é\""));
    }

    @Test
    void eachPartitionGoesOnBehindItsLastRecord() {
        add(Samples.usage("D", 0, 0, AT), 3);
        add(Samples.usage("D", 0, 1, AT), 3);
        add(Samples.trial("T", 1, "D"), 3);
        assertThat(FactBatch.of(records).positions())
                .containsExactlyInAnyOrder(
                        new Position("dorsal.device-events.v1", 3, 2), new Position("dorsal.trials.v1", 3, 3));
    }

    @Test
    void whatCannotBeReadIsSetAsideWithItsPlaceAndStillCountsAsRead() {
        add(new ProducerRecord<>("dorsal.trials.v1", "a\0b", "{}".getBytes()), 5);
        FactBatch batch = FactBatch.of(records);
        assertThat(batch.poisoned()).isEqualTo(1);
        assertThat(batch.facts().poison().getFirst()).satisfies(poison -> {
            assertThat(poison.partition()).isEqualTo(5);
            assertThat(poison.offset()).isZero();
            assertThat(poison.reason()).isEqualTo("missing-field");
            assertThat(poison.key()).isEqualTo("a\uFFFDb");
        });
        assertThat(batch.positions()).containsExactly(new Position("dorsal.trials.v1", 5, 1));
    }

    private Facts facts() {
        return FactBatch.of(records).facts();
    }

    private void add(ProducerRecord<String, byte[]> record, int partition) {
        records.add(new ConsumerRecord<>(record.topic(), partition, records.size(), record.key(), record.value()));
    }
}
