package io.dorsal.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.responder.store.FactStore;
import io.dorsal.responder.store.Facts;
import io.dorsal.responder.store.Facts.Poison;
import io.dorsal.responder.store.LoadedFacts;
import io.dorsal.responder.store.OutboxTable;
import io.dorsal.responder.store.Outcome;
import io.dorsal.responder.store.Positions;
import io.dorsal.responder.store.Positions.Position;
import io.dorsal.responder.store.Transactions;
import io.dorsal.responder.store.Unstorable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private static final Instant AT = Instant.parse("2026-03-03T12:00:00Z");
    private static final Transactions NO_DATABASE = new Transactions((DataSource) Proxy.newProxyInstance(
            PipelineTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                throw new SQLException("away", "08001");
            }));

    private final Store store = new Store();

    /** Refuses what comes from one device. */
    private static final class Store extends FactStore {
        final List<Long> stored = new ArrayList<>();
        final List<Poison> poison = new ArrayList<>();
        int transactions;

        Store() {
            super(NO_DATABASE);
        }

        @Override
        public int merge(Facts facts, Collection<Position> positions, Function<LoadedFacts, List<Outcome>> assess) {
            transactions++;
            if (facts.devices().stream()
                    .anyMatch(device -> device.device().value().equals("D-refused"))) {
                throw new Unstorable(new SQLException("quotes the patient", "22021"));
            }
            poison.addAll(facts.poison());
            positions.forEach(position -> stored.add(position.nextOffset()));
            return 0;
        }
    }

    @Test
    void aRecordThatTheDatabaseRefusesIsFoundByHalvingAndSetAsideAlone() {
        pipeline().take(records(16, 5));

        assertThat(store.poison).singleElement().satisfies(poison -> {
            assertThat(poison.offset()).isEqualTo(5);
            assertThat(poison.reason()).isEqualTo("internal");
        });
        assertThat(store.stored).isSorted().endsWith(16L).contains(5L, 6L);
        assertThat(store.transactions).isEqualTo(10);
    }

    @Test
    void aGoodBatchIsOneTransaction() {
        pipeline().take(records(16, -1));

        assertThat(store.transactions).isEqualTo(1);
        assertThat(store.stored).containsExactly(16L);
    }

    @Test
    void withoutDatabaseNothingIsSetAside() {
        assertThatThrownBy(() -> new FactStore(NO_DATABASE).merge(facts(), List.of(), loaded -> List.of()))
                .hasMessageContaining("08001");
    }

    private static Facts facts() {
        return FactBatch.of(records(1, -1)).facts();
    }

    private Pipeline pipeline() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ResponderConfig config = Instance.config(Map.of());
        return new Pipeline(
                store,
                new Positions(NO_DATABASE),
                new Assessor(config, meters),
                new BatchMetrics(InstantSource.system(), meters),
                new Publishing(config, "nowhere:1", new OutboxTable(NO_DATABASE), meters));
    }

    private static List<ConsumerRecord<String, byte[]>> records(int count, int refused) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (int offset = 0; offset < count; offset++) {
            var record = Samples.usage(offset == refused ? "D-refused" : "D", 0, offset, AT.plusSeconds(600L * offset));
            records.add(new ConsumerRecord<>(record.topic(), 0, offset, record.key(), record.value()));
        }
        return records;
    }
}
