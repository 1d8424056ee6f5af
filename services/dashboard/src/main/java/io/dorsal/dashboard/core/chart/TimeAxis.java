package io.dorsal.dashboard.core.chart;

import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.chart.Shapes.Header;
import io.dorsal.dashboard.core.chart.Shapes.Tick;
import io.dorsal.model.LocalDays;
import io.dorsal.model.Span;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The common horizontal axis: real time, so that a day of 23 or 25 hours is as wide as it was long. */
record TimeAxis(
        Frame frame,
        LocalDays zone,
        List<Day> days,
        Span span,
        Scale scale,
        @Nullable LocalDate placedOn) {

    /** One local date that is drawn; whatever is measured has the same dates on the same places. */
    record Day(LocalDate date, DayWindow window) {}

    /** Null when there is no day from the baseline on. */
    static @Nullable TimeAxis of(Trial trial, Stream<Day> dates, Frame frame) {
        List<Day> days = dates.filter(day -> day.window() != DayWindow.BEFORE)
                .sorted(Comparator.comparing(Day::date))
                .toList();
        if (days.isEmpty()) {
            return null;
        }
        LocalDays zone = trial.days();
        Span span = new Span(
                zone.startOf(days.getFirst().date()),
                zone.startOf(days.getLast().date().plusDays(1)));
        Scale scale = new Scale(
                (double) span.from().toEpochMilli(),
                (double) span.to().toEpochMilli(),
                frame.left(),
                frame.plotRight());
        Instant placed = trial.leadPlacedAt();
        return new TimeAxis(frame, zone, days, span, scale, placed == null ? null : zone.dateOf(placed));
    }

    double at(Instant instant) {
        return scale.at((double) instant.toEpochMilli());
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(span.from()) && !instant.isAfter(span.to());
    }

    boolean shows(LocalDate date) {
        return !date.isBefore(days.getFirst().date())
                && !date.isAfter(days.getLast().date());
    }

    double left(LocalDate date) {
        return at(zone.startOf(date));
    }

    double right(LocalDate date) {
        return at(zone.startOf(date.plusDays(1)));
    }

    double middle(LocalDate date) {
        return (left(date) + right(date)) / 2;
    }

    /** As many as there is room for, counted from the placement date, so that it has its label. */
    List<Tick> ticks() {
        double dayWidth = (double) frame.plotWidth() / days.size();
        int step = (int) Math.max(1, Math.ceil(frame.labelGap() / dayWidth));
        int anchor = Math.max(0, placedIndex());
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            if (Math.floorMod(i - anchor, step) == 0 && middle(days.get(i).date()) > frame.left() + 8) {
                Day day = days.get(i);
                ticks.add(new Tick(Scale.written(middle(day.date())), Times.shortDate(day.date()), dayNumber(day)));
            }
        }
        return ticks;
    }

    private int placedIndex() {
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).window() == DayWindow.PLACEMENT) {
                return i;
            }
        }
        return 0;
    }

    private String dayNumber(Day day) {
        boolean numbered = day.window() == DayWindow.TRIAL || day.window() == DayWindow.PLANNED;
        return placedOn == null || !numbered ? "" : "day " + ChronoUnit.DAYS.between(placedOn, day.date());
    }

    List<Header> headers() {
        return headers("Baseline", "Trial days");
    }

    List<Header> headers(String baseline, String trial) {
        List<Header> headers = new ArrayList<>();
        header(headers, baseline, DayWindow.BASELINE, DayWindow.BASELINE);
        header(headers, trial, DayWindow.TRIAL, DayWindow.PLANNED);
        return headers;
    }

    private void header(List<Header> headers, String label, DayWindow one, DayWindow other) {
        List<Day> inside = days.stream()
                .filter(day -> day.window() == one || day.window() == other)
                .toList();
        if (!inside.isEmpty()) {
            double from = left(inside.getFirst().date()) + 2;
            double to = right(inside.getLast().date()) - 2;
            headers.add(new Header(Scale.written(from), Scale.written(to), Scale.written((from + to) / 2), label));
        }
    }
}
