package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.event.Happening.ClockAdjusted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Boots of clocks whose offsets are known to the test, and events that waited for as long as it likes. */
class ClockPropertyTest {
    private static final int ROUNDS = 500;
    private static final Rules.Clock RULES = Rules.PAIN_RELIEF_1.clock();
    private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");
    private final Random random = Seed.random(ClockPropertyTest.class);

    @Test
    void nothingIsCorrectedPastItsReceiptAndNoOffsetIsUsedThatWasNotSeen() {
        int corrected = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Sketch sketch = new Sketch().wears();
            List<List<Long>> seen = boot(sketch, false);
            AssignedBoot boot =
                    AssignedBoot.of(sketch.facts(), Instant.MAX, RULES).getFirst();
            List<ClockSegment> segments = boot.clocks().segments();

            assertThat(segments).hasSize(seen.size());
            for (int i = 0; i < segments.size(); i++) {
                Long offset = segments.get(i).clock().offsetMillis();
                assertThat(offset == null || seen.get(i).contains(offset))
                        .as("offset %s of %s", offset, seen.get(i))
                        .isTrue();
                corrected += segments.get(i).clock().correction().isZero() ? 0 : 1;
            }
            for (KeptEvent event : boot.facts().kept()) {
                Instant dated = boot.dated(event).at();
                // Less than a minute ahead is transit and left alone, be it the event's own time.
                assertThat(dated).isBeforeOrEqualTo(latest(event.at(), event.receivedAt()));
                assertThat(dated).isBefore(event.receivedAt().plus(RULES.correctedMin()));
            }
        }

        assertThat(corrected).isGreaterThan(ROUNDS / 4);
    }

    @Test
    void aRightClockStaysAsItIsWhateverWaits() {
        for (int round = 0; round < ROUNDS; round++) {
            Sketch sketch = new Sketch().wears();
            boot(sketch, true);

            AssignedBoot boot =
                    AssignedBoot.of(sketch.facts(), Instant.MAX, RULES).getFirst();

            assertThat(boot.clocks().segments())
                    .allSatisfy(
                            segment -> assertThat(segment.clock().correction()).isZero());
        }
    }

    /** Says which lags each of the boot's clocks showed, in milliseconds. */
    private List<List<Long>> boot(Sketch sketch, boolean right) {
        List<List<Long>> seen = new ArrayList<>(List.of(new ArrayList<>()));
        Instant now = START;
        Duration slow = right ? Duration.ZERO : offset();
        int settings = right ? 0 : random.nextInt(3);
        long seq = 0;
        for (int clock = 0; clock <= settings; clock++) {
            if (clock > 0) {
                now = now.plusSeconds(61);
                Instant before = now.minus(slow);
                slow = slow.plus(Duration.ofMinutes(random.nextBoolean() ? 61 : -61));
                Instant after = now.minus(slow);
                sketch.event("ETS-1", 0, seq++, after, now, new ClockAdjusted(before, after));
                seen.getLast().add(Duration.between(before, now).toMillis());
                seen.add(new ArrayList<>(List.of(Duration.between(after, now).toMillis())));
            }
            Duration usualWait = Duration.ofSeconds(random.nextBoolean() ? random.nextInt(20_000) : 0);
            int events = 3 + random.nextInt(20);
            for (int i = 0; i < events; i++) {
                now = now.plusSeconds(61L + random.nextInt(600));
                boolean atOnce = right && i == 0;
                Duration wait = usualWait.plusSeconds(random.nextInt(4) == 0 ? random.nextInt(50_000) : 0);
                Instant at = now.minus(slow);
                Instant received = atOnce ? now : now.plus(wait);
                seen.getLast().add(Duration.between(at, received).toMillis());
                sketch.event("ETS-1", 0, seq++, at, received, Events.off());
            }
        }
        return seen;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Duration offset() {
        return random.nextInt(3) == 0 ? Duration.ZERO : Duration.ofSeconds(random.nextInt(40_000) - 20_000L);
    }
}
