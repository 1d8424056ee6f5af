package io.dorsal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Ranges are a join-semilattice, and agree with a plain set of numbers. */
class SequenceRangesPropertyTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = 500;

    @Test
    void unionIsAJoinAndAgreesWithAPlainSet() {
        System.out.println("SequenceRangesPropertyTest -Dseed=" + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            long[] left = numbers(random);
            long[] right = numbers(random);
            SequenceRanges a = SequenceRanges.of(left);
            SequenceRanges b = SequenceRanges.of(right);

            SequenceRanges union = a.union(b);

            assertThat(union).isEqualTo(b.union(a)).isEqualTo(union.union(a));
            TreeSet<Long> plain = new TreeSet<>();
            LongStream.concat(LongStream.of(left), LongStream.of(right)).forEach(plain::add);
            assertThat(union.size()).isEqualTo(plain.size());
            assertThat(union.highest()).isEqualTo(plain.isEmpty() ? -1 : plain.last());
            long missing = union.missing().stream()
                    .mapToLong(SequenceRanges.Range::size)
                    .sum();
            assertThat(missing + union.size()).isEqualTo(union.highest() + 1);
        }
    }

    private static long[] numbers(Random random) {
        return random.longs(random.nextInt(20), 0, 30).toArray();
    }
}
