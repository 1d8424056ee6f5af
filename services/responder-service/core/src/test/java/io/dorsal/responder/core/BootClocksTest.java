package io.dorsal.responder.core;

import static io.dorsal.responder.core.Events.battery;
import static io.dorsal.responder.core.Events.button;
import static io.dorsal.responder.core.Events.off;
import static io.dorsal.responder.core.Events.on;
import static io.dorsal.responder.core.Events.usedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.Span;
import io.dorsal.model.event.Happening.ClockAdjusted;
import io.dorsal.model.outcome.ClockTrust;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.BootClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A clock that is set within a boot is two clocks. All on 4 March, in UTC. */
class BootClocksTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private final Sketch sketch = new Sketch().wears();

    /** Two hours fast for three events, then set; what comes after the setting changes nothing of what was before. */
    @Test
    void theTwoSidesOfASettingAreCalibratedApart() {
        String before = null;
        for (int after = 0; after <= 6; after++) {
            Sketch drawn = fastThenSet(after);
            ResponderOutcome outcome = drawn.assess();

            assertThat(outcome.clock().getFirst())
                    .isEqualTo(new BootClock("ETS-1", 0, null, -7_200_000L, 4, ClockTrust.TRUSTED));
            assertThat(outcome.clock().get(1).fromSeq()).isEqualTo(3L);
            assertThat(outcome.clock().get(1).offsetMillis()).isIn(null, 0L);
            String entries = PainEntry.of(List.of(), boots(drawn)).stream()
                    .map(PainEntry::at)
                    .limit(3)
                    .toList()
                    .toString();
            assertThat(entries).contains(NOON.toString(), NOON.plusSeconds(61).toString());
            assertThat(before == null || before.equals(entries)).isTrue();
            before = entries;
        }
    }

    private static Sketch fastThenSet(int after) {
        Sketch drawn = new Sketch().wears();
        for (int i = 0; i < 3; i++) {
            Instant received = NOON.plusSeconds(61L * i);
            drawn.event("ETS-1", 0, i, received.plus(TWO_HOURS), received, button(3, PainConstruct.CURRENT));
        }
        Instant set = NOON.plusSeconds(600);
        drawn.event("ETS-1", 0, 3, set, set, new ClockAdjusted(set.plus(TWO_HOURS), set));
        for (int i = 0; i < after; i++) {
            Instant received = set.plusSeconds(61L * (i + 1));
            drawn.event("ETS-1", 0, 4 + i, received, received, button(5, PainConstruct.CURRENT));
        }
        return drawn;
    }

    @Test
    void aSettingOfLessThanAMinuteIsNoOtherClock() {
        sketch.event(0, 0, NOON, battery());
        sketch.event(0, 1, NOON.plusSeconds(60), new ClockAdjusted(NOON.plusSeconds(1), NOON.plusSeconds(60)));

        assertThat(sketch.assess().clock()).hasSize(1);
    }

    @Test
    void aSettingIsOfTheClockThatItsOwnTimeIsNearer() {
        sketch.event(0, 0, NOON, battery());
        sketch.event("ETS-1", 0, 1, NOON.plus(TWO_HOURS), NOON, new ClockAdjusted(NOON.plus(TWO_HOURS), NOON));
        sketch.event(0, 2, NOON.plusSeconds(60), battery());

        assertThat(sketch.assess().clock()).extracting(BootClock::fromSeq).containsExactly(null, 2L);
    }

    @Test
    void usageIsCorrectedByTheClockThatRanThroughIt() {
        Duration fast = Duration.ofHours(3);
        live(0, NOON, fast.negated());
        Instant early = NOON.minusSeconds(3 * 3_600);
        Instant told = NOON.plusSeconds(300);
        usage(3, told.plus(fast), told, early.plus(fast));
        usage(4, told.plus(fast), told, NOON.plus(fast));
        Instant set = NOON.plusSeconds(3_600);
        sketch.event(0, 5, set, new ClockAdjusted(set.plus(fast), set));
        live(6, set.plusSeconds(60), Duration.ZERO);
        Instant late = set.plus(fast).plusSeconds(600);
        usage(9, late.plusSeconds(900), late.plusSeconds(900), late);

        // From 13:00 to 16:00 both clocks ran, the old and the new: of 15:00 to 15:02 nobody knows which it was.
        assertThat(log().on().spans())
                .containsExactly(new Span(early, early.plusSeconds(120)), new Span(late, late.plusSeconds(120)));
    }

    private void usage(long seq, Instant at, Instant receivedAt, Instant from) {
        sketch.event("ETS-1", 0, seq, at, receivedAt, usedOn("A", from, from.plusSeconds(120)));
    }

    @Test
    void whatTheClockJumpedOverWasNotLived() {
        Instant from = NOON.minusSeconds(3_600);
        sketch.event(0, 0, from, battery());
        sketch.event(0, 1, NOON.plus(TWO_HOURS), new ClockAdjusted(NOON, NOON.plus(TWO_HOURS)));
        Instant to = NOON.plus(TWO_HOURS).plusSeconds(600);
        sketch.event(0, 2, to, usedOn("A", from, to));

        assertThat(log().on().spans()).containsExactly(new Span(from, NOON), new Span(NOON.plus(TWO_HOURS), to));
    }

    @Test
    void aClockThatBeganIn1970AndWasSetIsTrustedFromThenOn() {
        for (int i = 0; i < 5; i++) {
            Instant received = NOON.plusSeconds(61L * i);
            sketch.event("ETS-1", 0, i, Instant.EPOCH.plusSeconds(61L * i), received, i == 0 ? on("A") : battery());
        }
        Instant set = NOON.plusSeconds(600);
        sketch.event(0, 5, set, new ClockAdjusted(Instant.EPOCH.plusSeconds(600), set));
        sketch.event(0, 6, set.plusSeconds(60), on("A"));
        sketch.event(0, 7, set.plusSeconds(180), off());

        assertThat(sketch.assess().clock())
                .extracting(BootClock::trust)
                .containsExactly(ClockTrust.UNTRUSTED, ClockTrust.TRUSTED);
        assertThat(log().on()).isEqualTo(TimeSpans.of(new Span(set.plusSeconds(60), set.plusSeconds(180))));
    }

    private void live(int seq, Instant from, Duration lag) {
        for (int i = 0; i < 3; i++) {
            Instant received = from.plusSeconds(61L * i);
            sketch.event("ETS-1", 0, seq + i, received.minus(lag), received, battery());
        }
    }

    private StimulationLog log() {
        TrialFacts facts = sketch.facts();
        return StimulationLog.of(facts.trial(), boots(sketch), Instant.MAX);
    }

    private static List<AssignedBoot> boots(Sketch drawn) {
        return AssignedBoot.of(drawn.facts(), Instant.MAX, Rules.PAIN_RELIEF_1.clock());
    }
}
