package io.dorsal.responder.core;

import static io.dorsal.responder.core.Events.battery;
import static io.dorsal.responder.core.Events.off;
import static io.dorsal.responder.core.Events.on;
import static io.dorsal.responder.core.Events.usedOff;
import static io.dorsal.responder.core.Events.usedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.event.Happening;
import io.dorsal.model.event.Happening.StimulationChanged;
import io.dorsal.model.event.Happening.UsageRecorded;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DailyUsageTest {
    private static final LocalDate MARCH_4 = LocalDate.of(2026, 3, 4);
    private static final int MINUTE = 60;
    private final Sketch sketch = new Sketch().wears();

    @Test
    void aSpanOverMidnightBelongsToBothDays() {
        Instant evening = sketch.at(MARCH_4, "22:00");
        sketch.event(0, 0, evening.plusSeconds(5 * 3600), usedOn("A", evening, evening.plusSeconds(5 * 3600)));

        assertThat(day(sketch.assess(), MARCH_4).onSeconds()).isEqualTo(2 * 3600);
        assertThat(day(sketch.assess(), MARCH_4.plusDays(1)).onSeconds()).isEqualTo(3 * 3600);
    }

    @Test
    void aDayOfTwentyFiveHoursIsUsedWhollyByTwentyFive() {
        Sketch autumn =
                new Sketch().placed("2026-10-30T15:00:00Z").planned(null).removed("2026-11-06T15:00:00Z");
        autumn.wears("ETS-1", "2026-10-30T16:00:00Z", null);
        Instant midnight = autumn.at(LocalDate.of(2026, 11, 1), "00:00");
        autumn.event(0, 0, midnight.plusSeconds(90_000), usedOn("A", midnight, midnight.plusSeconds(90_000)));

        Day day = day(autumn.assess(), LocalDate.of(2026, 11, 1));

        assertThat(day.onSeconds()).isEqualTo(25 * 3600);
        assertThat(day.unknownSeconds()).isZero();
    }

    @Test
    void aDateThatTheZoneSkippedIsNoDay() {
        Sketch samoa =
                new Sketch().zone("Pacific/Apia").placed("2011-12-28T12:00:00Z").planned(null);
        samoa.removed("2012-01-02T12:00:00Z");

        ResponderOutcome outcome = samoa.assess();
        LocalDate skipped = LocalDate.of(2011, 12, 30);

        assertThat(outcome.days()).extracting(Day::date).doesNotContain(skipped).contains(skipped.plusDays(1));
        assertThat(outcome.days()).noneMatch(day -> day.length().isZero());
        assertThat(outcome.missing()).extracting(ResponderOutcome.Missing::date).doesNotContain(skipped);
        // From 29 December to 2 January are five dates on the calendar.
        assertThat(outcome.trial().days()).isEqualTo(4);
    }

    /** Removed on the day after the skipped date, or placed on the day before it: the date beside it is two away. */
    @Test
    void theWindowsStepOverADateThatTheZoneSkipped() {
        Sketch removed = new Sketch()
                .zone("Pacific/Apia")
                .placed("2011-12-26T20:00:00Z")
                .planned(null)
                .removed("2011-12-31T00:00:00Z");
        Sketch placed = new Sketch()
                .zone("Pacific/Apia")
                .placed("2011-12-29T20:00:00Z")
                .planned(null)
                .removed("2012-01-05T20:00:00Z");
        Sketch before = new Sketch()
                .zone("Pacific/Apia")
                .placed("2012-01-02T20:00:00Z")
                .planned(null)
                .removed("2012-01-05T20:00:00Z");

        assertThat(removed.assess().trial().to()).isEqualTo(LocalDate.of(2011, 12, 29));
        assertThat(placed.assess().trial().from()).isEqualTo(LocalDate.of(2011, 12, 31));
        assertThat(before.assess().baseline().days()).isEqualTo(7);
        assertThat(before.assess().baseline().from()).isEqualTo(LocalDate.of(2011, 12, 26));
    }

    @Test
    void usageOfADayIsWhatIsKnownOfIt() {
        Instant midnight = sketch.at(MARCH_4, "00:00");
        sketch.event(0, 0, midnight.plusSeconds(6 * 3600), usedOn("A", midnight, midnight.plusSeconds(6 * 3600)))
                .event(
                        0,
                        1,
                        midnight.plusSeconds(12 * 3600),
                        usedOff(midnight.plusSeconds(6 * 3600), midnight.plusSeconds(12 * 3600)));

        ResponderOutcome outcome = sketch.assess();

        assertThat(day(outcome, MARCH_4.minusDays(1)).usagePercent()).isNull();
        assertThat(day(outcome, MARCH_4.minusDays(1)).usageBounds()).isNull();
        assertThat(day(outcome, MARCH_4).usagePercent()).isEqualTo(Rational.of(25));
        assertThat(day(outcome, MARCH_4).usageBounds())
                .isEqualTo(new ResponderOutcome.UsageBounds(Rational.of(25), Rational.of(75)));
    }

    @Test
    void partsOfASecondCount() {
        Instant midnight = sketch.at(MARCH_4, "00:00");
        Instant middle = midnight.plusMillis(43_200_500);
        sketch.event(0, 0, middle, usedOn("A", midnight, middle))
                .event(0, 1, midnight.plusSeconds(86_400), usedOff(middle, midnight.plusSeconds(86_400)));

        Day day = day(sketch.assess(), MARCH_4);

        assertThat(day.on()).isEqualTo(Duration.ofMillis(43_200_500));
        assertThat(day.off()).isEqualTo(Duration.ofMillis(43_199_500));
        assertThat(day.unknown()).isEqualTo(Duration.ZERO);
        assertThat(day.usagePercent()).isEqualTo(Rational.of(86_401, 1_728));
    }

    /** Against a plain count of minutes, each asked whether the facts tell its state. */
    @Test
    void aCountOfMinutesAgrees() {
        Random random = Seed.random(DailyUsageTest.class);
        for (int round = 0; round < 12; round++) {
            Sketch drawn = new Sketch().wears();
            Instant at = drawn.at(MARCH_4, "00:00");
            for (int seq = 0; seq < 60; seq++) {
                at = at.plusSeconds(MINUTE * (1L + random.nextInt(60)));
                if (random.nextInt(6) > 0) {
                    drawn.event(0, seq, at, what(random, at));
                }
            }
            ResponderOutcome outcome = drawn.assess();
            for (LocalDate date : List.of(MARCH_4, MARCH_4.plusDays(1))) {
                Instant midnight = drawn.at(date, "00:00");
                long[] minutes = minutes(drawn.events(), midnight);
                assertThat(day(outcome, date).onSeconds()).isEqualTo(minutes[0] * MINUTE);
                assertThat(day(outcome, date).offSeconds()).isEqualTo(minutes[1] * MINUTE);
            }
        }
    }

    private static Happening what(Random random, Instant at) {
        Instant from = at.minusSeconds(MINUTE * (1L + random.nextInt(90)));
        return switch (random.nextInt(5)) {
            case 0 -> on(random.nextBoolean() ? "A" : "B");
            case 1 -> off();
            case 2 -> usedOn("A", from, at);
            case 3 -> usedOff(from, at);
            default -> battery();
        };
    }

    private static long[] minutes(List<DeviceEvent> events, Instant midnight) {
        Set<Long> received = events.stream().map(DeviceEvent::seq).collect(Collectors.toSet());
        long on = 0;
        long off = 0;
        for (int minute = 0; minute < 1440; minute++) {
            Instant at = midnight.plusSeconds((long) minute * MINUTE);
            boolean saidOn = tells(events, received, at, true);
            boolean saidOff = tells(events, received, at, false);
            on += saidOn && !saidOff ? 1 : 0;
            off += saidOff && !saidOn ? 1 : 0;
        }
        return new long[] {on, off};
    }

    private static boolean tells(List<DeviceEvent> events, Set<Long> received, Instant at, boolean on) {
        for (int i = 0; i < events.size(); i++) {
            DeviceEvent event = events.get(i);
            if (event.what() instanceof UsageRecorded usage
                    && usage.on() == on
                    && usage.span().contains(at)) {
                return true;
            }
            if (event.what() instanceof StimulationChanged change && change.on() == on && !at.isBefore(event.at())) {
                DeviceEvent next = nextChangeOrLast(events, i);
                boolean whole = LongStream.rangeClosed(event.seq(), next.seq()).allMatch(received::contains);
                if (whole && at.isBefore(next.at())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static DeviceEvent nextChangeOrLast(List<DeviceEvent> events, int index) {
        return events.stream()
                .skip(index + 1L)
                .filter(event -> event.what() instanceof StimulationChanged)
                .findFirst()
                .orElse(events.getLast());
    }

    private static Day day(ResponderOutcome outcome, LocalDate date) {
        return outcome.days().stream()
                .filter(day -> day.date().equals(date))
                .findFirst()
                .orElseThrow();
    }
}
