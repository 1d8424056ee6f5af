package io.dorsal.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.merge.store.Positions.Position;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class FactBatchTest {
    @Test
    void eachPartitionGoesOnBehindItsLastRecord() {
        FactBatch batch = read(record(3, 0, "good"), record(3, 1, "good"), record(4, 7, "good"));

        assertThat(batch.positions())
                .containsExactlyInAnyOrder(
                        new Position("dorsal.trials.v1", 3, 2), new Position("dorsal.trials.v1", 4, 8));
    }

    @Test
    void whatCannotBeReadIsSetAsideWithItsPlaceAndStillCountsAsRead() {
        FactBatch batch = read(record(5, 0, "malformed"));

        assertThat(batch.poison()).singleElement().satisfies(poison -> {
            assertThat(poison.partition()).isEqualTo(5);
            assertThat(poison.offset()).isZero();
            assertThat(poison.reason()).isEqualTo("missing-field");
            assertThat(poison.key()).isEqualTo("a\uFFFDb");
        });
        assertThat(batch.positions()).containsExactly(new Position("dorsal.trials.v1", 5, 1));
    }

    @SafeVarargs
    private static FactBatch read(ConsumerRecord<String, byte[]>... records) {
        return FactBatch.of(List.of(records), new WordsMerge().open());
    }

    private static ConsumerRecord<String, byte[]> record(int partition, long offset, String word) {
        return new ConsumerRecord<>("dorsal.trials.v1", partition, offset, "a\0b", word.getBytes());
    }
}
