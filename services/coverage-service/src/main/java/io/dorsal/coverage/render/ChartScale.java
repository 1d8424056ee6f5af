package io.dorsal.coverage.render;

import io.dorsal.model.LocalDays;
import io.dorsal.model.PainScale;
import io.dorsal.model.Span;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Where an instant, a date and a pain value lie in a chart of days, in its units; y grows downwards. */
record ChartScale(LocalDays zone, Span span, PainScale pain) {
    static final double LEFT = 24;
    static final double RIGHT = 440;
    static final double TOP = 34;
    static final double BOTTOM = 224;

    /** @param days not empty, in order */
    static ChartScale of(LocalDays zone, List<Day> days, PainScale pain) {
        Instant from = zone.startOf(days.getFirst().date());
        Instant to = zone.spanOf(days.getLast().date()).to();
        return new ChartScale(zone, new Span(from, to), pain);
    }

    boolean has(Instant at) {
        return !at.isBefore(span.from()) && !at.isAfter(span.to());
    }

    double y(double value) {
        return BOTTOM - value / pain.worst() * (BOTTOM - TOP);
    }

    double x(Instant at) {
        long from = span.from().getEpochSecond();
        double share = (double) (at.getEpochSecond() - from) / (span.to().getEpochSecond() - from);
        return LEFT + Math.clamp(share, 0, 1) * (RIGHT - LEFT);
    }

    double x(LocalDate date) {
        return x(zone.startOf(date));
    }

    double width(Day day) {
        return x(day.date().plusDays(1)) - x(day.date());
    }

    double middle(Day day) {
        return x(day.date()) + width(day) / 2;
    }
}
