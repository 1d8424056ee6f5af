package io.dorsal.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.merge.store.Transactions;
import io.dorsal.model.Malformed;
import io.dorsal.model.SequenceRanges;
import io.dorsal.responder.store.FactStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Instant;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ResponderBatchTest {
    private static final Instant AT = Instant.parse("2026-03-03T12:00:00Z");
    private static final DataSource UNUSED = (DataSource) Proxy.newProxyInstance(
            ResponderBatchTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, given) -> {
                throw new AssertionError("a batch is read without a database");
            });

    private final ResponderBatch batch =
            new ResponderBatch(new FactStore(new Transactions(UNUSED), new SimpleMeterRegistry()));

    @Test
    void eventsOfABootBecomeRangesAndSpans() {
        for (int seq : new int[] {2, 1, 4, 1}) {
            add(Samples.usage("D", 0, seq, AT.plusSeconds(600L * seq)));
        }
        var boot = batch.facts().devices().getFirst().boots().getFirst();
        assertThat(boot.received()).isEqualTo(SequenceRanges.of(1, 2, 4));
        assertThat(batch.facts().kept()).isEmpty();
        assertThat(batch.receivedAt()).hasSize(4);
    }

    @Test
    void whatStaysByItselfKeepsTheRecordsOwnText() {
        add(Samples.changed("D", 0, 7, AT));
        assertThat(batch.facts().kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.document()).contains("\"extra\":\"é\""));
    }

    @Test
    void whatCannotBeReadLeavesTheBatchAsItWas() {
        add(Samples.trial("T", 1, "D"));
        assertThatThrownBy(() -> batch.add("dorsal.trials.v1", "{}".getBytes(), 0))
                .isInstanceOf(Malformed.class);
        assertThat(batch.facts().trials()).hasSize(1);
    }

    private void add(ProducerRecord<String, byte[]> record) {
        batch.add(record.topic(), record.value(), 0);
    }
}
