package io.dorsal.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StallWatchTest {
    private static final String P = "facts-3";
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final StallWatch watch = new StallWatch(Duration.ofSeconds(60));

    @Test
    void waitingRecordsWithoutProgressAreAStall() {
        look(0, 100, 40);
        assertThat(watch.stalled(at(59))).isEmpty();
        look(60, 120, 40);
        assertThat(watch.stalled(at(60))).containsExactly("facts-3");
    }

    @Test
    void aSlowConsumerIsNoStall() {
        for (int second = 0; second < 600; second += 30) {
            look(second, 1_000_000, second);
            assertThat(watch.stalled(at(second))).isEmpty();
        }
    }

    @Test
    void nothingToReadIsNoStall() {
        look(0, 100, 100);
        look(600, 100, 100);
        assertThat(watch.stalled(at(600))).isEmpty();
    }

    @Test
    void aStallEndsWithTheNextRecord() {
        look(0, 100, 40);
        look(90, 100, 41);
        assertThat(watch.stalled(at(90))).isEmpty();
    }

    @Test
    void aPartitionThatIsNoLongerOursIsForgotten() {
        look(0, 100, 40);
        watch.observe(at(90), Map.of(), Map.of());
        assertThat(watch.stalled(at(90))).isEmpty();
    }

    @Test
    void lagCountsWhatWaitsAndNothingElse() {
        String never = "facts-4";
        assertThat(StallWatch.lag(Map.of(P, 100L, never, 7L), Map.of(P, 40L))).isEqualTo(67);
        assertThat(StallWatch.lag(Map.of(P, 10L), Map.of(P, 40L))).isZero();
    }

    private void look(int second, long end, long position) {
        watch.observe(at(second), Map.of(P, end), Map.of(P, position));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
