package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sets of time agree with plain sets of seconds. */
class TimeSpansPropertyTest {
    private static final int ROUNDS = 1_000;
    private static final int SECONDS = 40;
    private final Random random = Seed.random(TimeSpansPropertyTest.class);

    @Test
    void unionIntersectionAndDifferenceAgreeWithSetsOfSeconds() {
        for (int round = 0; round < ROUNDS; round++) {
            TimeSpans a = spans();
            TimeSpans b = spans();

            assertThat(a.union(b)).isEqualTo(b.union(a)).isEqualTo(of(or(bits(a), bits(b))));
            assertThat(a.intersect(b)).isEqualTo(b.intersect(a)).isEqualTo(of(and(bits(a), bits(b))));
            assertThat(a.minus(b)).isEqualTo(of(andNot(bits(a), bits(b))));
            assertThat(a.length().toSeconds()).isEqualTo(bits(a).cardinality());
        }
    }

    @Test
    void containsAllMeansEverySecond() {
        for (int round = 0; round < ROUNDS; round++) {
            TimeSpans a = spans();
            int from = random.nextInt(SECONDS);
            int to = from + 1 + random.nextInt(SECONDS - from);

            boolean all = bits(a).get(from, to).cardinality() == to - from;

            assertThat(a.containsAll(new Span(at(from), at(to)))).isEqualTo(all);
        }
    }

    private TimeSpans spans() {
        List<Span> spans = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(SECONDS);
            spans.add(new Span(at(from), at(from + random.nextInt(SECONDS - from + 1))));
        }
        return new TimeSpans(spans);
    }

    private static BitSet bits(TimeSpans times) {
        BitSet bits = new BitSet();
        times.spans()
                .forEach(span -> bits.set(
                        (int) span.from().getEpochSecond(), (int) span.to().getEpochSecond()));
        return bits;
    }

    private static TimeSpans of(BitSet bits) {
        return new TimeSpans(bits.stream()
                .mapToObj(second -> new Span(at(second), at(second + 1)))
                .toList());
    }

    private static BitSet or(BitSet a, BitSet b) {
        a.or(b);
        return a;
    }

    private static BitSet and(BitSet a, BitSet b) {
        a.and(b);
        return a;
    }

    private static BitSet andNot(BitSet a, BitSet b) {
        a.andNot(b);
        return a;
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
