package io.dorsal.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.model.Malformed;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceTest {
    @Test
    void itIsTheHeadersNumberAndZeroWithoutOne() {
        assertThat(Sequence.of(record())).isZero();
        assertThat(Sequence.of(record("0000000000000000042"))).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1.5", "9999999999999999999"})
    void anythingElseIsMalformed(String text) {
        assertThatThrownBy(() -> Sequence.of(record(text))).isInstanceOf(Malformed.class);
    }

    private static ConsumerRecord<String, byte[]> record(String... sequence) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("t", 0, 0, "k", new byte[0]);
        for (String text : sequence) {
            record.headers().add("ce_sequence", text.getBytes());
        }
        return record;
    }
}
