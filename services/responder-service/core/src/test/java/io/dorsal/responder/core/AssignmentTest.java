package io.dorsal.responder.core;

import static io.dorsal.responder.core.Events.battery;
import static io.dorsal.responder.core.Events.button;
import static io.dorsal.responder.core.Events.usedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ClockTrust;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
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
