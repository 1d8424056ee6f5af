package io.dorsal.dashboard.core.page;

import io.dorsal.dashboard.core.chart.Scale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.presentation.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the relief figure: a point or a span on a common scale of percent relief. Coordinates are percent of the
 * width, so that it fits any screen.
 *
 * @param point null for a span
 * @param from null for a point
 */
public record ReliefRow(
        String kind,
        String label,
        String value,
        @Nullable String point,
        @Nullable String from,
        @Nullable String to) {

    /** The rows with their common scale. */
    public record Figure(List<ReliefRow> rows, String zero, String half, List<Tick> ticks) {}

    /** A labelled place on the common scale. */
    public record Tick(String at, String label, String kind) {}

    private static final double LOWEST = -100;
    private static final int STEP = 50;
    private static final double INSET = 1.5;

    public static Figure of(ResponderOutcome o) {
        Scale scale = scale(o);
        List<ReliefRow> rows = new ArrayList<>();
        point(rows, "calculated", "Calculated relief", o.relief(), scale);
        point(rows, "last-three", "Last three days", o.lastThreeRelief(), scale);
        if (o.interval() != null) {
            rows.add(span(
                    "interval",
                    "95\u00a0% interval",
                    o.interval().low(),
                    o.interval().high(),
                    scale));
        }
        if (o.bounds() != null) {
            rows.add(span(
                    "bounds",
                    "Bounds, missing days",
                    o.bounds().worst().toDouble(),
                    o.bounds().best().toDouble(),
                    scale));
        }
        point(rows, "bocf", "Baseline carried forward", o.bocf(), scale);
        if (o.perceivedRelief() != null) {
            point(
                    rows,
                    "perceived",
                    "Perceived by the patient",
                    o.perceivedRelief().percent(),
                    scale);
        }
        return new Figure(List.copyOf(rows), written(0, scale), written(50, scale), ticks(scale));
    }

    private static Scale scale(ResponderOutcome o) {
        double least = Stream.of(
                        o.relief(),
                        o.lastThreeRelief(),
                        o.bocf(),
                        o.bounds() == null ? null : o.bounds().worst())
                .mapToDouble(figure -> figure == null ? 0 : figure.toDouble())
                .min()
                .orElse(0);
        double low = o.interval() == null ? least : Math.min(least, o.interval().low());
        double from = Math.max(LOWEST, Math.floor(Math.min(0, low) / STEP) * STEP);
        return new Scale(from, 100, INSET, 100 - INSET);
    }

    private static List<Tick> ticks(Scale scale) {
        List<Tick> ticks = new ArrayList<>();
        for (int value = (int) scale.domainFrom(); value <= 100; value += STEP) {
            String kind = value == (int) scale.domainFrom() ? "first" : value == 100 ? "last" : "";
            ticks.add(new Tick(written(value, scale), NumberText.plain(Rational.of(value)), kind));
        }
        return ticks;
    }

    private static void point(List<ReliefRow> rows, String kind, String label, @Nullable Rational value, Scale scale) {
        if (value != null) {
            rows.add(new ReliefRow(
                    kind, label, NumberText.comparedPercent(value), written(value.toDouble(), scale), null, null));
        }
    }

    private static ReliefRow span(String kind, String label, double low, double high, Scale scale) {
        String value = "%s to %s".formatted(NumberText.percent(low), NumberText.percent(high));
        return new ReliefRow(kind, label, value, null, written(low, scale), written(high, scale));
    }

    private static String written(double value, Scale scale) {
        return Scale.written(scale.at(value)) + "%";
    }
}
