package io.dorsal.responder.core;

import static io.dorsal.responder.core.Events.battery;
import static io.dorsal.responder.core.Events.button;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.event.Happening;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A device that gives one number to different facts: the first received counts, and the ledger shows the others. */
class ReusedNumbersTest {
    private static final Instant DAY_1 = Instant.parse("2026-03-03T12:00:00Z");
    private static final Instant DAY_4 = Instant.parse("2026-03-06T12:00:00Z");
    private final Sketch sketch = new Sketch().wears();

    @Test
    void aBootCounterThatBeginsAgainIsSeen() {
        for (int seq = 0; seq < 5; seq++) {
            sketch.event(0, seq, DAY_1.plusSeconds(600L * seq), button(3, PainConstruct.AVERAGE));
            sketch.event(0, seq, DAY_4.plusSeconds(600L * seq), button(8, PainConstruct.AVERAGE));
        }

        assertThat(sketch.assess().ledger())
                .containsExactly(new LedgerEntry("ETS-1", 0, 4, 5, List.of(), 0, List.of("0-4"), 5));
        assertThat(sketch.assess().days())
                .filteredOn(day -> day.entries() > 0)
                .singleElement()
                .satisfies(day -> assertThat(day.mean()).hasToString("3/1"));
    }

    @Test
    void aResendIsNoConflict() {
        Happening said = button("5", PainConstruct.AVERAGE);
        sketch.event("ETS-1", 0, 0, DAY_1, DAY_1, said);
        sketch.event("ETS-1", 0, 0, DAY_1, DAY_4, said);
        sketch.event("ETS-1", 0, 0, DAY_1, DAY_4.plusSeconds(1), button("5.00", PainConstruct.AVERAGE));

        assertThat(sketch.assess().ledger()).containsExactly(new LedgerEntry("ETS-1", 0, 0, 1, List.of(), 0));
    }

    @Test
    void twoLogsOfOneNumberCountBothAndAreSeen() {
        sketch.event(0, 0, DAY_1, Events.usedOn("A", DAY_1.minusSeconds(600), DAY_1));
        sketch.event(0, 0, DAY_4, Events.usedOn("A", DAY_4.minusSeconds(600), DAY_4));
        sketch.event(0, 1, DAY_4.plusSeconds(600), battery());

        assertThat(sketch.assess().ledger())
                .containsExactly(new LedgerEntry("ETS-1", 0, 1, 2, List.of(), 0, List.of("0"), 1));
        assertThat(sketch.assess().days()).filteredOn(day -> !day.on().isZero()).hasSize(2);
    }

    @Test
    void theDigestTellsThemFromOneFact() {
        sketch.event(0, 0, DAY_1, button(3, PainConstruct.AVERAGE));
        String alone = sketch.assess().factDigest();
        sketch.event(0, 0, DAY_4, button(8, PainConstruct.AVERAGE));

        assertThat(sketch.assess().factDigest()).isNotEqualTo(alone);
    }

    /** However the events are ordered, repeated and cut, the joined state is the same. */
    @Test
    void theJoinDoesNotDependOnTheOrder() {
        Random random = Seed.random(ReusedNumbersTest.class);
        for (int round = 0; round < 200; round++) {
            List<DeviceEvent> events = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int seq = random.nextInt(6);
                Instant at = DAY_1.plusSeconds(86_400L * random.nextInt(2) + seq);
                Instant received = at.plusSeconds(random.nextInt(3) * 200_000L);
                Happening what = button(random.nextInt(2), PainConstruct.AVERAGE);
                events.add(new DeviceEvent(Sketch.DEVICE, 0, seq, at, received, what));
            }
            BootFacts inOneGo = BootFacts.ofBoot(0, events);
            Collections.shuffle(events, random);
            BootFacts joined = BootFacts.of(events.getFirst());
            for (DeviceEvent event : events) {
                joined = random.nextBoolean()
                        ? joined.merge(BootFacts.of(event))
                        : BootFacts.of(event).merge(joined);
            }
            joined = joined.merge(inOneGo);

            assertThat(joined).isEqualTo(inOneGo);
        }
    }
}
