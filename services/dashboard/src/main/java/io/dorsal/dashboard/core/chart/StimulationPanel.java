package io.dorsal.dashboard.core.chart;

import io.dorsal.dashboard.core.Durations;
import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.chart.Shapes.Box;
import io.dorsal.dashboard.core.chart.Shapes.Flag;
import io.dorsal.dashboard.core.chart.Shapes.UsageBar;
import io.dorsal.model.Span;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Band;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the stimulator did: on by program, off, and hatched where no log tells, for as long as a device was worn. */
final class StimulationPanel {
    private static final double WIDTH_MIN = 0.8;
    private static final double LETTER_WIDTH = 6.6;

    private final TimeAxis axis;
    private final Trial trial;
    private final ResponderOutcome outcome;
    private final Programs programs;

    StimulationPanel(TimeAxis axis, Trial trial, ResponderOutcome outcome) {
        this.axis = axis;
        this.trial = trial;
        this.outcome = outcome;
        this.programs = Programs.of(outcome);
    }

    /** The unknown ground first, known stretches over it. */
    List<Box> boxes() {
        List<Box> boxes = new ArrayList<>();
        for (Assignment assignment : trial.devices()) {
            Span worn = assignment.until(outcome.asOf()).clippedTo(axis.span());
            if (!worn.isEmpty()) {
                boxes.add(box(worn.from(), worn.to(), "unknown", "", "Not known where nothing else is drawn"));
            }
        }
        for (Band band : merged()) {
            String label = band.on() ? programs.label(band) : "";
            boxes.add(box(band.from(), band.to(), programs.kind(band), label, title(band)));
        }
        return boxes;
    }

    /** Neighbours of one kind that would touch on paper become one box. */
    private List<Band> merged() {
        List<Band> sorted = outcome.stimulation().bands().stream()
                .filter(band -> band.to().isAfter(axis.span().from())
                        && band.from().isBefore(axis.span().to()))
                .sorted(Comparator.comparing(Band::from))
                .toList();
        List<Band> merged = new ArrayList<>();
        for (Band next : sorted) {
            Band last = merged.isEmpty() ? null : merged.getLast();
            if (last != null
                    && programs.kind(last).equals(programs.kind(next))
                    && axis.at(next.from()) - axis.at(last.to()) < WIDTH_MIN / 2) {
                Instant end = next.to().isAfter(last.to()) ? next.to() : last.to();
                merged.set(merged.size() - 1, new Band(last.from(), end, last.on(), last.program(), last.waveform()));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    private Box box(Instant from, Instant to, String kind, String label, String title) {
        double x = axis.at(from);
        double width = Math.max(WIDTH_MIN, axis.at(to) - x);
        boolean fits = label.length() * LETTER_WIDTH + 8 < width;
        return new Box(Scale.written(x), Scale.written(width), kind, fits ? label : "", Scale.written(x + 6), title);
    }

    private String title(Band band) {
        return "%s to %s: %s"
                .formatted(
                        Times.minute(band.from(), trial.timezone()),
                        Times.minute(band.to(), trial.timezone()),
                        band.on() ? "on, " + programs.label(band) : "off");
    }

    List<UsageBar> usage() {
        return outcome.days().stream().filter(this::isWorn).map(this::bar).toList();
    }

    private boolean isWorn(Day day) {
        Span span = axis.zone().spanOf(day.date());
        return day.lengthSeconds() > 0
                && axis.shows(day.date())
                && span.from().isBefore(outcome.asOf())
                && trial.devices().stream()
                        .anyMatch(worn -> worn.from().isBefore(span.to())
                                && !worn.until(outcome.asOf()).clippedTo(span).isEmpty());
    }

    private UsageBar bar(Day day) {
        Frame frame = axis.frame();
        double perSecond = (double) frame.usageHeight() / day.lengthSeconds();
        double inset = Math.min(6, (axis.right(day.date()) - axis.left(day.date())) * 0.14);
        double onY = frame.usageBottom() - (double) day.onSeconds() * perSecond;
        double offY = onY - day.offSeconds() * perSecond;
        return new UsageBar(
                Scale.written(axis.left(day.date()) + inset),
                Scale.written(axis.right(day.date()) - axis.left(day.date()) - 2 * inset),
                Scale.written(onY),
                Scale.written((double) day.onSeconds() * perSecond),
                Scale.written(offY),
                Scale.written(day.offSeconds() * perSecond),
                Scale.written(frame.usageTop()),
                Scale.written(Math.max(0, offY - frame.usageTop())),
                "%s: on %s, off %s, not known %s"
                        .formatted(
                                Times.date(day.date()),
                                Durations.hours(day.onSeconds()),
                                Durations.hours(day.offSeconds()),
                                Durations.hours(day.unknownSeconds())));
    }

    List<Flag> flags() {
        return outcome.shown().stream()
                .filter(shown -> axis.contains(shown.at()))
                .map(shown -> new Flag(
                        Scale.written(axis.at(shown.at())),
                        "%s: %s".formatted(Times.minute(shown.at(), trial.timezone()), shown.text())))
                .toList();
    }
}
