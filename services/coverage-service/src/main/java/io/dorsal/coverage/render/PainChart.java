package io.dorsal.coverage.render;

import static io.dorsal.coverage.render.ChartScale.BOTTOM;
import static io.dorsal.coverage.render.ChartScale.LEFT;
import static io.dorsal.coverage.render.ChartScale.RIGHT;
import static io.dorsal.coverage.render.ChartScale.TOP;

import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.outcome.ResponderOutcome.WindowMean;
import io.dorsal.model.presentation.NumberText;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pain day by day over the stimulation: means, the line that a responder must come to, what unanswered days could do to
 * the trial mean. A day without an entry is drawn as missing, never joined over.
 */
final class PainChart {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 320;
    private static final double SMALL = 7;

    private static final String HAIR = "stroke=\"#999999\" stroke-width=\"0.4\"";
    private static final String AXIS = "stroke=\"#000000\" stroke-width=\"0.8\"";
    private static final String CURVE = "stroke=\"#000000\" stroke-width=\"0.9\"";
    private static final String MEAN = "stroke=\"#000000\" stroke-width=\"2.2\"";
    private static final String HALF = "stroke=\"#000000\" stroke-width=\"1\" stroke-dasharray=\"5 3\"";
    private static final String MARK = "stroke=\"#000000\" stroke-width=\"0.8\" stroke-dasharray=\"1.5 2\"";
    private static final String PAPER = "fill=\"#fff\" stroke=\"none\"";
    private static final String GREY = "fill=\"#eeeeee\" stroke=\"none\"";
    private static final String MISSING =
            "fill=\"#ffffff\" stroke=\"#777777\" stroke-width=\"0.6\" stroke-dasharray=\"2 2\"";
    private static final String SOLID = "fill=\"#000000\" stroke=\"#ffffff\" stroke-width=\"0.8\"";

    private final Svg svg = new Svg(WIDTH, HEIGHT);
    private final Trial trial;
    private final ResponderOutcome outcome;
    private final Rational responderShare;
    private final List<Day> days;
    private final ChartScale scale;

    private PainChart(Trial trial, ResponderOutcome outcome, Rational responderShare, List<Day> days) {
        this.trial = trial;
        this.outcome = outcome;
        this.responderShare = responderShare;
        this.days = days;
        this.scale = ChartScale.of(trial.days(), days, outcome.scale());
    }

    /** @param responderShare how much of the baseline may remain; empty when there is no day to draw */
    static String of(Trial trial, ResponderOutcome outcome, Rational responderShare) {
        List<Day> days = outcome.days().stream()
                .filter(day -> day.window() != DayWindow.BEFORE)
                .toList();
        return days.isEmpty() ? "" : new PainChart(trial, outcome, responderShare, days).drawn();
    }

    private String drawn() {
        grid();
        days.forEach(this::ground);
        marks();
        means();
        curve();
        days.forEach(this::label);
        StimulationLane.draw(svg, scale, trial, outcome);
        return svg.drawn(description());
    }

    private void grid() {
        double top = outcome.scale().worst();
        for (int step = 0; step <= 5; step++) {
            double value = top * step / 5;
            svg.line(LEFT, scale.y(value), RIGHT, scale.y(value), step == 0 ? AXIS : HAIR);
            svg.text(LEFT - 4, scale.y(value) + 2.5, SMALL, "end", "400", Integer.toString((int) value));
        }
        svg.text(LEFT - 18, TOP - 22, SMALL, "start", "400", axisTitle());
    }

    private String axisTitle() {
        String scale = outcome.scale() == PainScale.NRS ? "NRS, 0 to 10" : "VAS, 0 to 100 mm";
        return "%s pain, daily mean, %s"
                .formatted(Print.words(outcome.construct().word()), scale);
    }

    private void ground(Day day) {
        double x = scale.x(day.date());
        double width = scale.width(day);
        boolean baseline = day.window() == DayWindow.BASELINE;
        if (baseline && day.mean() != null) {
            svg.box(x, TOP, width, BOTTOM - TOP, GREY);
        }
        if (isMissing(day)) {
            svg.box(x + 1, TOP + 1, width - 2, BOTTOM - TOP - 2, MISSING);
            svg.line(x + 1, BOTTOM - 1, x + width - 1, TOP + 1, HAIR);
            svg.text(x + width / 2, TOP + 12, SMALL, "middle", "400", "none");
        }
    }

    private static boolean isMissing(Day day) {
        return day.mean() == null && (day.window() == DayWindow.BASELINE || day.window() == DayWindow.TRIAL);
    }

    private void marks() {
        mark(trial.leadPlacedAt(), "lead in");
        mark(trial.leadRemovedAt(), "lead out");
    }

    private void mark(@Nullable Instant at, String label) {
        if (at != null && scale.has(at)) {
            svg.line(scale.x(at), TOP - 8, scale.x(at), StimulationLane.BOTTOM, MARK);
            svg.text(scale.x(at), TOP - 11, SMALL, "middle", "400", label);
        }
    }

    private void means() {
        double baseline = mean(outcome.baseline(), "baseline");
        double after = mean(outcome.trial(), "trial");
        Rational before = outcome.baseline().mean();
        LocalDate first = outcome.trial().from();
        if (before == null || first == null) {
            return;
        }
        Rational needed = before.times(responderShare);
        double half = scale.y(needed.toDouble());
        svg.line(scale.x(first), half, RIGHT, half, HALF);
        svg.text(
                RIGHT + 4,
                apart(apart(half, after), baseline) + 2.5,
                SMALL,
                "start",
                "400",
                "50 % less: " + NumberText.mean(needed));
        bounds(before);
    }

    /** Moved away from a label that would be covered, to the side on which it is. */
    private static double apart(double y, double other) {
        boolean near = Math.abs(y - other) < 9;
        return near ? other + (y < other ? -9 : 9) : y;
    }

    /** Returns where it is drawn; far away when there is none. */
    private double mean(WindowMean window, String label) {
        Rational mean = window.mean();
        LocalDate first = window.from();
        LocalDate last = window.to();
        if (mean == null || first == null || last == null || last.isBefore(first)) {
            return Double.NEGATIVE_INFINITY;
        }
        double y = scale.y(mean.toDouble());
        svg.line(scale.x(first), y, scale.x(last.plusDays(1)), y, MEAN);
        svg.text(RIGHT + 4, y + 2.5, SMALL, "start", "700", "%s mean %s".formatted(label, NumberText.mean(mean)));
        return y;
    }

    /** The trial mean if every unanswered day were the worst score, and if it were 0. */
    private void bounds(Rational baseline) {
        ResponderOutcome.Bounds bounds = outcome.bounds();
        if (bounds == null || bounds.worst().equals(bounds.best())) {
            return;
        }
        double high = scale.y(remaining(baseline, bounds.worst()));
        double low = scale.y(remaining(baseline, bounds.best()));
        double x = RIGHT - 3;
        svg.line(x, high, x, low, MEAN.replace("2.2", "1.2"));
        svg.line(x - 4, high, x + 3, high, CURVE);
        svg.line(x - 4, low, x + 3, low, CURVE);
    }

    private static double remaining(Rational baseline, Rational reliefPercent) {
        return baseline.times(Rational.of(100).minus(reliefPercent))
                .dividedBy(Rational.of(100))
                .toDouble();
    }

    private void curve() {
        Day before = null;
        for (Day day : days) {
            Rational mean = day.mean();
            Rational last = before == null ? null : before.mean();
            if (mean != null && last != null && before != null) {
                svg.line(
                        scale.middle(before),
                        scale.y(last.toDouble()),
                        scale.middle(day),
                        scale.y(mean.toDouble()),
                        CURVE);
            }
            before = day;
        }
        for (Day day : days) {
            Rational mean = day.mean();
            if (mean != null) {
                svg.dot(scale.middle(day), scale.y(mean.toDouble()), 2.6, SOLID);
            }
        }
    }

    private void label(Day day) {
        int step = Math.max(1, days.size() / 20);
        if (days.indexOf(day) % step == 0) {
            svg.text(scale.middle(day), BOTTOM + 10, 6.2, "middle", "400", Print.day(day.date()));
        }
        Rational mean = day.mean();
        if (mean != null && step == 1) {
            double beside = isLow(days.indexOf(day)) || isUnderItsMean(day) ? 10 : -5;
            figure(day, scale.y(mean.toDouble()) + beside, NumberText.plain(mean));
        }
        Rational usage = day.usagePercent();
        if (usage != null && step == 1) {
            String used = usage.truncated(0).toPlainString() + "%";
            svg.text(scale.middle(day), StimulationLane.BOTTOM + 9, 6.2, "middle", "400", used);
        }
    }

    /** On a piece of its ground, so that no line crosses it out. */
    private void figure(Day day, double y, String text) {
        double width = 3.7 * text.length() + 1;
        svg.box(scale.middle(day) - width / 2, y - 5.4, width, 6.6, day.window() == DayWindow.BASELINE ? GREY : PAPER);
        svg.text(scale.middle(day), y, 6.2, "middle", "400", text);
    }

    /** Lower than its neighbours, so that there is room below it. */
    private boolean isLow(int place) {
        Rational mean = days.get(place).mean();
        Rational before = place == 0 ? null : days.get(place - 1).mean();
        Rational after = place + 1 == days.size() ? null : days.get(place + 1).mean();
        return mean != null
                && (before != null || after != null)
                && (before == null || mean.isBelow(before))
                && (after == null || mean.isBelow(after));
    }

    /** So close that the line of the mean would cross out the figure. */
    private boolean isUnderItsMean(Day day) {
        WindowMean window = day.window() == DayWindow.BASELINE ? outcome.baseline() : outcome.trial();
        Rational mean = window.mean();
        Rational own = day.mean();
        double above = mean == null || own == null ? 0 : scale.y(own.toDouble()) - scale.y(mean.toDouble());
        return day.window() != DayWindow.PLACEMENT && above > 2 && above < 14;
    }

    private String description() {
        String missing = days.stream()
                .filter(PainChart::isMissing)
                .map(day -> Print.day(day.date()))
                .collect(Collectors.joining(", "));
        return "Chart of daily pain from %s to %s. Baseline mean %s, trial mean %s. Days without entry: %s. Below it, when stimulation was on."
                .formatted(
                        Print.date(days.getFirst().date()),
                        Print.date(days.getLast().date()),
                        NumberText.mean(outcome.baseline().mean()),
                        NumberText.mean(outcome.trial().mean()),
                        missing.isEmpty() ? "none" : missing);
    }
}
