package io.dorsal.responder.core;

import static io.dorsal.responder.core.Events.battery;
import static io.dorsal.responder.core.Events.button;
import static io.dorsal.responder.core.Events.usedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.Rational;
import io.dorsal.model.event.Happening.LeadDisconnected;
import io.dorsal.model.outcome.ClockTrust;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Device events belong to the trial by the assignment in force at their time. */
class AssignmentTest {
    private final Sketch sketch = new Sketch().baseline(8, 8, 8, 8, 8, 8, 8).days(4, 4, 4, 4, 4, 4, null);
    private static final Instant DAY_7 = Instant.parse("2026-03-09T20:00:00Z");

    @Test
    void theButtonIsAnEntryLikeAnyOther() {
        sketch.wears().event(0, 0, DAY_7, button(4, PainConstruct.AVERAGE));

        ResponderOutcome outcome = sketch.assess();

        assertThat(outcome.trial().answeredDays()).isEqualTo(7);
        assertThat(outcome.relief()).isEqualTo(Rational.of(50));
    }

    @Test
    void anAssignmentMayComeAfterTheEvents() {
        sketch.event(0, 0, DAY_7, button(4, PainConstruct.AVERAGE));
        assertThat(sketch.assess().trial().answeredDays()).isEqualTo(6);
        assertThat(sketch.assess().ledger()).isEmpty();

        sketch.wears();

        assertThat(sketch.assess().trial().answeredDays()).isEqualTo(7);
        assertThat(sketch.assess().ledger()).hasSize(1);
    }

    @Test
    void eventsOutsideTheirAssignmentDoNotCount() {
        sketch.wears("ETS-1", "2026-03-02T16:00:00Z", DAY_7.toString())
                .event(0, 0, DAY_7, button(10, PainConstruct.AVERAGE))
                .event(0, 1, DAY_7.plusSeconds(60), usedOn("A", DAY_7, DAY_7.plusSeconds(3600)));

        ResponderOutcome outcome = sketch.assess();

        assertThat(outcome.trial().answeredDays()).isEqualTo(6);
        assertThat(outcome.stimulation().bands()).isEmpty();
        assertThat(outcome.ledger()).isEmpty();
    }

    @Test
    void twoAssignmentsOfOneDeviceCountAnEventOnce() {
        sketch.wears()
                .wears("ETS-1", "2026-03-05T00:00:00Z", null)
                .event(0, 0, DAY_7, button(5, PainConstruct.AVERAGE));

        assertThat(sketch.assess().days().stream()
                        .mapToInt(ResponderOutcome.Day::entries)
                        .sum())
                .isEqualTo(7 + 7);
    }

    @Test
    void theLedgerNamesTheWholeBootOnceOneEventIsTheTrials() {
        sketch.wears()
                .event(3, 0, Sketch.PLACED_AT.minusSeconds(7200), battery())
                .event(3, 4, DAY_7, battery())
                .event(4, 0, Instant.parse("2026-01-01T00:00:00Z"), battery());

        assertThat(sketch.assess().ledger()).containsExactly(new LedgerEntry("ETS-1", 3, 4, 2, List.of("1-3"), 1));
    }

    @Test
    void theLedgerListsAHundredMissingRangesAndCountsAll() {
        sketch.wears();
        for (int i = 1; i <= 150; i++) {
            sketch.event(0, i * 2L, DAY_7.plusSeconds(i), battery());
        }

        LedgerEntry entry = sketch.assess().ledger().getFirst();

        assertThat(entry.missing()).hasSize(100);
        assertThat(entry.missingRanges()).isEqualTo(150);
        assertThat(entry.received()).isEqualTo(150);
        assertThat(entry.sent()).isEqualTo(301);
    }

    @Test
    void anEpochResetBootWithoutLiveEventsStandsInLedgerClockAndPleaseCheck() {
        sketch.wears()
                .event("ETS-1", 0, 0, Instant.EPOCH, DAY_7, new LeadDisconnected("L1"))
                .event("ETS-1", 0, 1, Instant.EPOCH.plusSeconds(60), DAY_7, button(9, PainConstruct.AVERAGE));

        ResponderOutcome outcome = sketch.assess();

        assertThat(outcome.trial().answeredDays()).isEqualTo(6);
        assertThat(outcome.ledger()).containsExactly(new LedgerEntry("ETS-1", 0, 1, 2, List.of(), 0));
        assertThat(outcome.clock().getFirst().trust()).isEqualTo(ClockTrust.UNTRUSTED);
        assertThat(outcome.shown()).extracting(ResponderOutcome.Shown::at).containsExactly(DAY_7);
    }

    @Test
    void aButtonIsJoinedAtItsCorrectedTimeAndTheOffsetIsShown() {
        // The clock is an hour fast, so that the button of 23:40 says 00:40 of the next day.
        Instant pressed = sketch.at(LocalDate.of(2026, 3, 9), "23:40");
        Duration fast = Duration.ofHours(1);
        sketch.wears()
                .event("ETS-1", 0, 0, pressed.plus(fast), pressed, button(4, PainConstruct.AVERAGE))
                .event("ETS-1", 0, 1, pressed.plus(fast).plusSeconds(120), pressed.plusSeconds(120), battery())
                .event("ETS-1", 0, 2, pressed.plus(fast).plusSeconds(240), pressed.plusSeconds(240), battery());

        ResponderOutcome outcome = sketch.assess();

        assertThat(outcome.trial().answeredDays()).isEqualTo(7);
        assertThat(outcome.clock().getFirst().offsetMillis()).isEqualTo(-3_600_000L);
        assertThat(sketch.assess(pressed).days().stream()
                        .filter(day -> day.date().equals(LocalDate.of(2026, 3, 9)))
                        .findFirst()
                        .orElseThrow()
                        .entries())
                .isEqualTo(1);
    }

    @Test
    void theAssignmentIsThatOfTheCorrectedTime() {
        // Ten minutes slow: what says 11:55 happened at 12:05, when the next patient wore the device.
        Instant handedOver = Instant.parse("2026-03-05T12:00:00Z");
        Sketch next = new Sketch().wears("ETS-1", handedOver.toString(), null);
        for (int i = 0; i < 4; i++) {
            Instant received = handedOver.plusSeconds(300 + i * 90L);
            next.event("ETS-1", 0, i, received.minusSeconds(600), received, button(5, PainConstruct.AVERAGE));
        }

        assertThat(next.assess().days().stream()
                        .mapToInt(ResponderOutcome.Day::entries)
                        .sum())
                .isEqualTo(4);
    }

    @Test
    void anUntrustedBootStandsInTheLedgerByItsReceiptButItsTimesDoNotCount() {
        sketch.wears();
        Instant reset = Instant.parse("1970-01-01T00:00:00Z");
        for (int i = 0; i < 5; i++) {
            Duration passed = Duration.ofMinutes(2L * i);
            sketch.event("ETS-1", 0, i, reset.plus(passed), DAY_7.plus(passed), button(9, PainConstruct.AVERAGE));
        }

        ResponderOutcome outcome = sketch.assess();

        assertThat(outcome.trial().answeredDays()).isEqualTo(6);
        assertThat(outcome.ledger()).hasSize(1);
        assertThat(outcome.clock().getFirst().trust()).isEqualTo(ClockTrust.UNTRUSTED);
        assertThat(Assessment.newestFact(sketch.facts())).isEqualTo(Sketch.REMOVED_AT);
    }
}
