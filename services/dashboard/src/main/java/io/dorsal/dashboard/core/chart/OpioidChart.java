package io.dorsal.dashboard.core.chart;

import io.dorsal.dashboard.core.chart.Shapes.Column;
import io.dorsal.dashboard.core.chart.Shapes.DoseBar;
import io.dorsal.dashboard.core.chart.Shapes.DoseKey;
import io.dorsal.dashboard.core.chart.Shapes.GridLine;
import io.dorsal.dashboard.core.chart.Shapes.Header;
import io.dorsal.dashboard.core.chart.Shapes.Mark;
import io.dorsal.dashboard.core.chart.Shapes.Tick;
import io.dorsal.dashboard.core.chart.Shapes.WindowLine;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.WindowMme;
import io.dorsal.model.presentation.NumberText;
import io.dorsal.model.trial.Trial;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opioids per day on the time axis of the pain chart: what was taken as bars, what was prescribed as a line of its own. A
 * day without medication report is drawn as unknown, a day on which nothing was taken as 0.
 *
 * @param prescribed paths, one per run of days with a known regimen
 */
public record OpioidChart(
        Frame frame,
        List<Header> headers,
        List<Column> columns,
        List<Tick> ticks,
        List<GridLine> grid,
        List<DoseBar> bars,
        List<WindowLine> means,
        List<String> prescribed,
        List<Mark> marks) {
    /** Above the highest, for its label and the names of the marks. */
    private static final double HEADROOM = 1.07;

    private static final double LOWEST_TOP = 10;

    /** Null when the outcome has no day to draw. */
    public static @Nullable OpioidChart of(Trial trial, OpioidOutcome outcome, Frame frame) {
        TimeAxis axis = TimeAxis.of(
                trial, outcome.days().stream().map(day -> new TimeAxis.Day(day.date(), day.window())), frame);
        if (axis == null) {
            return null;
        }
        double most = most(outcome);
        long step = step(most);
        long top = step * (long) Math.ceil(most * HEADROOM / (double) step);
        Scale dose = new Scale(0, top, frame.doseBottom(), frame.painTop());
        DosePanel panel = DosePanel.of(axis, outcome, dose);
        return new OpioidChart(
                frame,
                axis.headers(
                        header("Baseline", outcome.taken().baseline()),
                        header("Trial", outcome.taken().trial())),
                panel.columns(),
                axis.ticks(),
                grid(step, top, dose),
                panel.bars(),
                Stream.of(outcome.taken().baseline(), outcome.taken().trial())
                        .map(panel::mean)
                        .filter(Objects::nonNull)
                        .toList(),
                panel.prescribed(),
                Marks.of(trial, outcome.complete() ? null : outcome.asOf(), axis));
    }

    /** Each opioid with its look, in the order of the outcome. */
    public static List<DoseKey> legend(OpioidOutcome outcome) {
        return DosePanel.looks(outcome);
    }

    private static String header(String window, WindowMme taken) {
        return taken.mean() == null ? window : "%s, mean %s".formatted(window, NumberText.mean(taken.mean()));
    }

    private static double most(OpioidOutcome outcome) {
        return outcome.days().stream()
                .flatMap(day -> Stream.of(day.mme(), day.prescribed()))
                .filter(Objects::nonNull)
                .mapToDouble(Rational::toDouble)
                .reduce(LOWEST_TOP, Math::max);
    }

    /** 1, 2 or 5 times a power of ten, so that there are three to six lines. */
    private static long step(double most) {
        double rough = most / 5;
        long power = (long) Math.pow(10, Math.floor(Math.log10(rough)));
        return LongStream.of(1, 2, 5, 10)
                .map(factor -> factor * power)
                .filter(candidate -> candidate >= rough)
                .findFirst()
                .orElse(10 * power);
    }

    private static List<GridLine> grid(long step, long top, Scale dose) {
        return LongStream.rangeClosed(0, top / step)
                .map(line -> line * step)
                .mapToObj(value -> new GridLine(
                        Scale.written(dose.at((double) value)),
                        Scale.written(dose.at((double) value) + 4),
                        NumberText.count(value)))
                .toList();
    }
}
