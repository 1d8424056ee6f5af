package io.dorsal.responder.core;

import io.dorsal.model.Span;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.window.Windows;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Diary and stimulation, date by date. What lies ahead of the as-of instant is unknown like any unlogged time. */
final class DailyUsage {
    private DailyUsage() {}

    static List<Day> of(Windows windows, PainDiary diary, StimulationLog log) {
        LocalDate trialTo = windows.trialTo(diary::isAnswered);
        return windows.allDates().stream()
                .map(date -> day(date, windows, trialTo, diary, log))
                .toList();
    }

    private static Day day(LocalDate date, Windows windows, LocalDate trialTo, PainDiary diary, StimulationLog log) {
        Span day = windows.days().spanOf(date);
        Duration length = day.length();
        Duration on = log.on().clippedTo(day).length();
        Duration off = log.off().clippedTo(day).length();
        return new Day(
                date,
                windows.windowOf(date, trialTo),
                diary.entries(date),
                diary.mean(date),
                length,
                on,
                off,
                length.minus(on).minus(off));
    }
}
