package io.dorsal.responder.core;

import static io.dorsal.responder.core.Events.battery;
import static io.dorsal.responder.core.Events.off;
import static io.dorsal.responder.core.Events.on;
import static io.dorsal.responder.core.Events.usedOff;
import static io.dorsal.responder.core.Events.usedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Span;
import io.dorsal.model.event.Happening;
import io.dorsal.model.event.Happening.ClockAdjusted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When stimulation is known to be on or off, and when not. All on 4 March, in UTC. */
class StimulationLogTest {
    private static final Instant LATER = Instant.parse("2026-04-01T00:00:00Z");
    private final Sketch sketch = new Sketch().wears();

    @Test
    void betweenTwoChangesTheStateIsKnown() {
        sketch.event(0, 0, at("10:00"), on("A")).event(0, 1, at("12:00"), off()).event(0, 2, at("13:00"), on("A"));

        assertThat(log().on()).isEqualTo(span("10:00", "12:00"));
        assertThat(log().off()).isEqualTo(span("12:00", "13:00"));
    }

    @Test
    void aMissingNumberBetweenTwoChangesMakesTheStateUnknown() {
        sketch.event(0, 0, at("10:00"), on("A")).event(0, 2, at("12:00"), off()).event(0, 3, at("13:00"), on("A"));

        assertThat(log().on()).isEqualTo(TimeSpans.NONE);
        assertThat(log().off()).isEqualTo(span("12:00", "13:00"));
    }

    @Test
    void theMissingEventFillsTheGapWhenItComes() {
        sketch.event(0, 0, at("10:00"), on("A")).event(0, 2, at("12:00"), off());
        sketch.event(0, 1, at("11:00"), on("B"));

        assertThat(onWith("A")).isEqualTo(span("10:00", "11:00"));
        assertThat(onWith("B")).isEqualTo(span("11:00", "12:00"));
    }

    @Test
    void afterTheLastEventOfABootTheStateIsUnknown() {
        sketch.event(0, 0, at("10:00"), on("A")).event(0, 1, at("11:00"), battery());
        sketch.event(1, 0, at("15:00"), battery());

        assertThat(log().on()).isEqualTo(span("10:00", "11:00"));
    }

    @Test
    void usageThatIsLoggedTwiceCountsOnce() {
        sketch.event(0, 0, at("12:00"), usedOn("A", at("10:00"), at("12:00")))
                .event(0, 1, at("13:00"), usedOn("A", at("11:00"), at("13:00")))
                .event(1, 0, at("13:00"), usedOn("B", at("10:30"), at("11:30")));

        assertThat(log().on()).isEqualTo(span("10:00", "13:00"));
        assertThat(onWith("B")).isEqualTo(span("10:30", "11:30"));
    }

    @Test
    void aDeviceThatContradictsItselfIsNotBelieved() {
        sketch.event(0, 0, at("12:00"), usedOn("A", at("10:00"), at("12:00")))
                .event(0, 1, at("13:00"), usedOff(at("11:00"), at("13:00")));

        assertThat(log().on()).isEqualTo(span("10:00", "11:00"));
        assertThat(log().off()).isEqualTo(span("12:00", "13:00"));
        assertThat(onWith("A")).isEqualTo(span("10:00", "11:00"));
    }

    @Test
    void ofTwoDevicesOneIsEnoughForOnAndBothAreNeededForOff() {
        sketch.wears("ETS-2", Sketch.PLACED_AT.toString(), null);
        sketch.event("ETS-1", 0, 0, at("12:00"), at("12:00"), usedOn("A", at("10:00"), at("12:00")));
        sketch.event("ETS-1", 0, 1, at("14:00"), at("14:00"), usedOff(at("12:00"), at("14:00")));
        sketch.event("ETS-2", 0, 0, at("13:00"), at("13:00"), usedOff(at("11:00"), at("13:00")));

        assertThat(log().on()).isEqualTo(span("10:00", "12:00"));
        assertThat(log().off()).isEqualTo(span("12:00", "13:00"));
    }

    @Test
    void aLogKnowsNothingOfWhatLiesAfterItsOwnTime() {
        sketch.event(0, 0, at("10:00"), usedOn("A", at("09:00"), at("09:00").plusSeconds(3 * 86_400)))
                .event(0, 1, at("10:30"), usedOff(at("11:00"), at("12:00")))
                .event(0, 2, at("23:00"), battery());

        assertThat(log().on()).isEqualTo(span("09:00", "10:00"));
        assertThat(log().off()).isEqualTo(TimeSpans.NONE);
    }

    @Test
    void onlyTheTimeOfTheAssignmentCounts() {
        Sketch swapped = new Sketch()
                .wears("ETS-1", "2026-03-04T11:00:00Z", "2026-03-04T12:00:00Z")
                .wears("ETS-2", "2026-03-04T12:00:00Z", null);
        swapped.event("ETS-1", 0, 0, at("14:00"), at("14:00"), usedOn("A", at("10:00"), at("14:00")));
        swapped.event("ETS-2", 0, 0, at("14:00"), at("14:00"), usedOff(at("10:00"), at("14:00")));
        StimulationLog log = log(swapped, LATER);

        assertThat(log.on()).isEqualTo(span("11:00", "12:00"));
        assertThat(log.off()).isEqualTo(span("12:00", "14:00"));
    }

    @Test
    void nothingAfterTheAsOfInstantIsKnown() {
        sketch.event(0, 0, at("14:00"), usedOn("A", at("10:00"), at("14:00")));

        assertThat(log(sketch, at("11:30")).on()).isEqualTo(span("10:00", "11:30"));
    }

    @Test
    void aClockThatIsSetCutsTheStretchInTwo() {
        sketch.event(0, 0, at("10:00"), on("A"))
                .event(0, 1, at("13:00"), new ClockAdjusted(at("11:00"), at("13:00")))
                .event(0, 2, at("14:00"), off());

        assertThat(log().on().spans())
                .containsExactly(new Span(at("10:00"), at("11:00")), new Span(at("13:00"), at("14:00")));
    }

    @Test
    void timesOfAnUntrustedBootAreUnknown() {
        Instant reset = Instant.parse("1970-01-01T00:00:00Z");
        Sketch sketch = new Sketch().wears("ETS-1", "1970-01-01T00:00:00Z", null);
        for (int minute = 0; minute < 10; minute++) {
            Instant from = reset.plusSeconds(minute * 120L);
            Instant received = at("10:00").plusSeconds(minute * 120L);
            sketch.event("ETS-1", 0, minute, from, received, minute % 2 == 0 ? on("A") : off());
        }

        assertThat(log(sketch, LATER).on()).isEqualTo(TimeSpans.NONE);
        assertThat(log(sketch, LATER).off()).isEqualTo(TimeSpans.NONE);
    }

    @Test
    void whatIsDatedAfterTheAsOfInstantClosesNoState() {
        sketch.event(0, 0, at("15:00"), on("A"));
        assertThat(log(sketch, at("19:00")).on()).isEqualTo(TimeSpans.NONE);

        sketch.event(0, 1, at("20:00"), off()).event(0, 2, at("21:00"), battery());

        assertThat(log(sketch, at("19:00")).on()).isEqualTo(TimeSpans.NONE);
        assertThat(log(sketch, at("20:00")).on()).isEqualTo(span("15:00", "20:00"));
    }

    @Test
    void theLastEventUpToTheAsOfInstantEndsWhatIsKnown() {
        sketch.event(0, 0, at("15:00"), on("A"))
                .event(0, 1, at("17:00"), battery())
                .event(0, 2, at("20:00"), off());

        assertThat(log(sketch, at("19:00")).on()).isEqualTo(span("15:00", "17:00"));
    }

    @Test
    void aNumberThatIsDatedLaterIsMissingStill() {
        sketch.event(0, 0, at("10:00"), on("A"))
                .event(0, 1, at("18:00"), battery())
                .event(0, 2, at("12:00"), off());

        assertThat(log(sketch, at("13:00")).on()).isEqualTo(TimeSpans.NONE);
        assertThat(log(sketch, at("18:00")).on()).isEqualTo(span("10:00", "12:00"));
    }

    @Test
    void changesAndUsageAreCorrectedByTheOffset() {
        Sketch slow = new Sketch().wears();
        for (int i = 0; i < 5; i++) {
            slow.event(
                    "ETS-1",
                    0,
                    i,
                    at("10:00").plusSeconds(i * 600L),
                    at("10:10").plusSeconds(i * 600L),
                    said(i));
        }

        assertThat(log(slow, LATER).on()).isEqualTo(span("10:10", "10:40"));
        assertThat(log(slow, LATER).off()).isEqualTo(span("10:40", "10:50"));
    }

    /** On at 10:00 and off at 10:30 by a clock that is ten minutes slow, with a log of the time from 10:05 to 10:20. */
    private static Happening said(int event) {
        return switch (event) {
            case 0 -> on("A");
            case 2 -> usedOn("A", at("10:05"), at("10:20"));
            case 3 -> off();
            default -> battery();
        };
    }

    @Test
    void aChangeThatCannotHaveHappenedWhenItSaysMakesTheStateUnknown() {
        for (int i = 0; i < 6; i++) {
            Instant at = at("10:00").plusSeconds(i * 600L);
            Instant said = i == 2 ? at.plusSeconds(200_000) : at;
            sketch.event("ETS-1", 0, i, said, at, i == 0 || i == 4 ? on("A") : i == 2 ? off() : battery());
        }

        assertThat(log().on()).isEqualTo(span("10:40", "10:50"));
        assertThat(log().off()).isEqualTo(TimeSpans.NONE);
    }

    @Test
    void programsOfOneNameOnTwoDevicesAreTwo() {
        sketch.wears("ETS-2", Sketch.PLACED_AT.toString(), null);
        sketch.event("ETS-1", 0, 0, at("12:00"), at("12:00"), usedOn("1", at("10:00"), at("12:00")));
        sketch.event("ETS-1", 0, 1, at("15:00"), at("15:00"), usedOn("2", at("14:00"), at("15:00")));
        sketch.event("ETS-2", 0, 0, at("13:00"), at("13:00"), usedOn("1", at("11:00"), at("13:00")));
        StimulationLog log = log();

        assertThat(log.onByProgram().keySet().stream().map(log::shown)).containsExactly("1 (ETS-1)", "1 (ETS-2)", "2");
        assertThat(onWith("1")).isEqualTo(span("10:00", "12:00"));
    }

    private TimeSpans onWith(String program) {
        return log().onByProgram().get(new DeviceProgram(Sketch.DEVICE, program));
    }

    private StimulationLog log() {
        return log(sketch, LATER);
    }

    private static StimulationLog log(Sketch sketch, Instant asOf) {
        TrialFacts facts = sketch.facts();
        return StimulationLog.of(facts.trial(), AssignedBoot.of(facts, asOf, Rules.PAIN_RELIEF_1.clock()), asOf);
    }

    private static TimeSpans span(String from, String to) {
        return TimeSpans.of(new Span(at(from), at(to)));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-04T%s:00Z".formatted(time));
    }
}
