package io.dorsal.model.window;

import io.dorsal.model.LocalDays;
import io.dorsal.model.Rational;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One figure for each answered local date; a date without one is unanswered, which is not zero. */
public record DailyFigures(NavigableMap<LocalDate, Rational> byDate) {
    public DailyFigures {
        byDate = Collections.unmodifiableNavigableMap(new TreeMap<>(byDate));
    }

    public boolean isAnswered(LocalDate date) {
        return byDate.containsKey(date);
    }

    /** Null for an unanswered date. */
    public @Nullable Rational on(LocalDate date) {
        return byDate.get(date);
    }

    /** The days from {@code from} to {@code to}, both included; an empty window when to lies before from. */
    public DailyWindow window(LocalDays days, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return DailyWindow.NONE;
        }
        List<LocalDate> dates = days.dates(from, to);
        List<Rational> answered =
                dates.stream().map(byDate::get).filter(Objects::nonNull).toList();
        return new DailyWindow(from, to, dates.size(), answered);
    }
}
