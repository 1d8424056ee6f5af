package io.dorsal.dashboard;

import io.dorsal.model.LocalDays;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.ResponderOutcome.Band;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.outcome.ResponderOutcome.PainByProgram;
import io.dorsal.model.outcome.ResponderOutcome.PainByState;
import io.dorsal.model.outcome.ResponderOutcome.Stimulation;
import io.dorsal.model.outcome.StimulationState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days and stimulation of a sample outcome: off for two hours at night, on from 7 to 23, the rest not known. */
final class SampleDays {
    private SampleDays() {}

    static List<Day> of(SampleOutcome sample) {
        LocalDate placed = sample.of().placed();
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < sample.baseline().size(); i++) {
            days.add(day(
                    placed.minusDays(7 - i),
                    DayWindow.BASELINE,
                    sample.baseline().get(i),
                    0));
        }
        days.add(day(placed, DayWindow.PLACEMENT, null, 9));
        for (int i = 1; i <= sample.of().days(); i++) {
            boolean due = i <= sample.trial().size();
            Double score = due ? sample.trial().get(i - 1) : null;
            days.add(day(placed.plusDays(i), due ? DayWindow.TRIAL : DayWindow.PLANNED, score, due ? 13 + i % 4 : 0));
        }
        return days;
    }

    private static Day day(LocalDate date, DayWindow window, Double score, int hoursOn) {
        Duration length = new LocalDays(SampleTrial.ZONE).spanOf(date).length();
        Duration on = Duration.ofHours(hoursOn);
        Duration off = Duration.ofHours(hoursOn == 0 ? 0 : 4);
        return new Day(
                date,
                window,
                score == null ? 0 : 2,
                score == null ? null : SampleOutcome.exact(score),
                length,
                on,
                off,
                length.minus(on).minus(off));
    }

    static Stimulation stimulation(SampleOutcome sample) {
        List<Band> bands = new ArrayList<>();
        for (int i = 1; i <= sample.trial().size(); i++) {
            boolean early = i < 4;
            bands.add(new Band(sample.at(i, 0), sample.at(i, 2), false, null, null));
            bands.add(new Band(sample.at(i, 7), sample.at(i, 23), true, early ? "A" : "B", early ? "tonic" : "burst"));
        }
        return new Stimulation(
                "stimulation/1",
                List.of(
                        new PainByState(StimulationState.ON, 11, Rational.of(37, 10)),
                        new PainByState(StimulationState.OFF, 4, Rational.of(25, 4)),
                        new PainByState(StimulationState.TRANSITION, 2, null),
                        new PainByState(StimulationState.UNKNOWN, 0, null)),
                List.of(new PainByProgram("A", 6, Rational.of(4)), new PainByProgram("B", 5, Rational.of(17, 5))),
                bands);
    }
}
