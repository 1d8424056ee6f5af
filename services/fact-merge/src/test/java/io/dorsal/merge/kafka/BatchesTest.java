package io.dorsal.merge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BatchesTest {
    @Test
    void aBatchHoldsAsManyRecordsAsFit() {
        assertThat(cut(10, 4, 6, 1, 9, 1)).containsExactly(List.of(4, 6), List.of(1, 9), List.of(1));
    }

    @Test
    void aRecordThatIsTooLongGoesAlone() {
        assertThat(cut(10, 1, 50, 1)).containsExactly(List.of(1), List.of(50), List.of(1));
    }

    @Test
    void nothingIsNoBatch() {
        assertThat(cut(10)).isEmpty();
    }

    /** The sizes of records, batch by batch. */
    private static List<List<Integer>> cut(long bytesMax, int... sizes) {
        List<ConsumerRecord<String, byte[]>> records = IntStream.range(0, sizes.length)
                .mapToObj(offset -> record(offset, sizes[offset]))
                .toList();
        return Batches.of(records, bytesMax).stream()
                .map(batch ->
                        batch.stream().map(record -> record.value().length).toList())
                .toList();
    }

    private static ConsumerRecord<String, byte[]> record(long offset, int size) {
        return new ConsumerRecord<>("topic", 0, offset, "", new byte[size]);
    }
}
