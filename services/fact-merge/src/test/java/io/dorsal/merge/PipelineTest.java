package io.dorsal.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.merge.store.MergeStore;
import io.dorsal.merge.store.OutboxTable;
import io.dorsal.merge.store.PoisonTable.Poison;
import io.dorsal.merge.store.Portions.Weighed;
import io.dorsal.merge.store.Positions;
import io.dorsal.merge.store.Positions.Position;
import io.dorsal.merge.store.Transactions;
import io.dorsal.merge.store.Transactions.Work;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineTest {
    private static final Connection UNUSED = proxy(Connection.class);
    private static final Transactions NO_DATABASE = new Transactions(proxy(DataSource.class));

    private final Store store = new Store();

    /** Runs the merge, and remembers what would be stored with it. */
    private static final class Store extends MergeStore {
        final List<Long> stored = new ArrayList<>();
        final List<Poison> poison = new ArrayList<>();
        int transactions;

        Store() {
            super(NO_DATABASE);
        }

        @Override
        public int store(
                Collection<Position> positions, List<Poison> setAside, Work<List<Weighed>> merge, Following following) {
            transactions++;
            try {
                merge.in(UNUSED);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            poison.addAll(setAside);
            positions.forEach(position -> stored.add(position.nextOffset()));
            return 0;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unstorable", "unmergeable"})
    void aRecordThatCannotBeStoredIsFoundByHalvingAndSetAsideAlone(String word) {
        pipeline(store).take(records(16, 5, word));

        assertThat(store.poison).singleElement().satisfies(poison -> {
            assertThat(poison.offset()).isEqualTo(5);
            assertThat(poison.reason()).isEqualTo("internal");
        });
        assertThat(store.stored).isSorted().endsWith(16L).contains(5L, 6L);
        assertThat(store.transactions).isEqualTo(10);
    }

    @Test
    void aGoodBatchIsOneTransaction() {
        pipeline(store).take(records(16, 5, "good"));

        assertThat(store.transactions).isEqualTo(1);
        assertThat(store.stored).containsExactly(16L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"malformed", "our-fault"})
    void whatCannotBeReadCostsItselfAlone(String word) {
        pipeline(store).take(records(16, 5, word));

        assertThat(store.transactions).isEqualTo(1);
        assertThat(store.poison)
                .singleElement()
                .satisfies(poison -> assertThat(poison.detail()).doesNotContain("patient"));
    }

    @Test
    void withoutDatabaseNothingIsSetAside() {
        assertThatThrownBy(() -> pipeline(new MergeStore(NO_DATABASE)).take(records(1, 0, "good")))
                .hasMessageContaining("08001");
    }

    private static Pipeline pipeline(MergeStore store) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Merging merging = new Merging("sample", config());
        return new Pipeline(
                new WordsMerge(),
                store,
                new Positions(NO_DATABASE),
                new BatchMetrics(merging, InstantSource.system(), meters),
                new Publishing(merging, "nowhere:1", new OutboxTable(NO_DATABASE), meters));
    }

    private static MergeConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(MergeConfig.class, "dorsal.sample")
                .withDefaultValues(Map.of("dorsal.sample.consumer.group", "sample"))
                .build()
                .getConfigMapping(MergeConfig.class, "dorsal.sample");
    }

    private static List<ConsumerRecord<String, byte[]>> records(int count, int odd, String word) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (int offset = 0; offset < count; offset++) {
            byte[] value = (offset == odd ? word : "good").getBytes(StandardCharsets.UTF_8);
            records.add(new ConsumerRecord<>("dorsal.trials.v1", 0, offset, "T", value));
        }
        return records;
    }

    private static <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                PipelineTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new SQLException("away", "08001");
                }));
    }
}
