package io.dorsal.dashboard.core.chart;

import io.dorsal.dashboard.core.Words;
import io.dorsal.dashboard.core.chart.Shapes.Box;
import io.dorsal.dashboard.core.chart.Shapes.Column;
import io.dorsal.dashboard.core.chart.Shapes.Dot;
import io.dorsal.dashboard.core.chart.Shapes.Flag;
import io.dorsal.dashboard.core.chart.Shapes.GridLine;
import io.dorsal.dashboard.core.chart.Shapes.Header;
import io.dorsal.dashboard.core.chart.Shapes.Level;
import io.dorsal.dashboard.core.chart.Shapes.Mark;
import io.dorsal.dashboard.core.chart.Shapes.Tick;
import io.dorsal.dashboard.core.chart.Shapes.UsageBar;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.presentation.NumberText;
import io.dorsal.model.trial.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The three panels that share one time axis: daily pain, stimulation, usage per day. A day without answer is drawn as
 * missing, and no line crosses it.
 *
 * @param curves the points of each run of neighbouring answered days
 * @param half where half of the baseline lies: at or below it a trial mean makes a responder
 */
public record TrialChart(
        Frame frame,
        String unit,
        List<Header> headers,
        List<Column> columns,
        List<Tick> ticks,
        List<GridLine> grid,
        @Nullable Level baseline,
        @Nullable Level half,
        List<String> curves,
        List<Dot> dots,
        List<Mark> marks,
        List<Box> bands,
        List<UsageBar> usage,
        List<Flag> flags) {
    private static final int GRID_LINES = 5;

    /** Null when the outcome has no day to draw. */
    public static @Nullable TrialChart of(Trial trial, ResponderOutcome outcome, Frame frame) {
        TimeAxis axis = TimeAxis.of(
                trial, outcome.days().stream().map(day -> new TimeAxis.Day(day.date(), day.window())), frame);
        if (axis == null) {
            return null;
        }
        Scale pain = new Scale(0, outcome.scale().worst(), frame.painBottom(), frame.painTop());
        PainPanel panel = new PainPanel(axis, drawn(outcome), pain);
        StimulationPanel stimulation = new StimulationPanel(axis, trial, outcome);
        return new TrialChart(
                frame,
                Words.scale(outcome.scale()),
                axis.headers(),
                panel.columns(),
                axis.ticks(),
                grid(outcome.scale(), pain),
                level(outcome.baseline().mean(), "Baseline ", pain),
                half(outcome, pain),
                panel.curves(),
                panel.dots(),
                Marks.of(trial, outcome.complete() ? null : outcome.asOf(), axis),
                stimulation.boxes(),
                stimulation.usage(),
                stimulation.flags());
    }

    private static List<Day> drawn(ResponderOutcome outcome) {
        return outcome.days().stream()
                .filter(day -> day.window() != DayWindow.BEFORE)
                .sorted(Comparator.comparing(Day::date))
                .toList();
    }

    private static List<GridLine> grid(PainScale scale, Scale pain) {
        return IntStream.rangeClosed(0, GRID_LINES)
                .map(line -> line * scale.worst() / GRID_LINES)
                .mapToObj(value -> new GridLine(
                        Scale.written(pain.at(value)), Scale.written(pain.at(value) + 4), Integer.toString(value)))
                .toList();
    }

    private static @Nullable Level half(ResponderOutcome outcome, Scale pain) {
        Rational baseline = outcome.baseline().mean();
        if (baseline == null || baseline.signum() == 0) {
            return null;
        }
        double y = pain.at(baseline.toDouble() / 2);
        return new Level(Scale.written(y), Scale.written(y - 6), "50\u00a0% of baseline");
    }

    private static @Nullable Level level(@Nullable Rational value, String label, Scale pain) {
        if (value == null) {
            return null;
        }
        double y = pain.at(value.toDouble());
        return new Level(Scale.written(y), Scale.written(y - 6), label + NumberText.mean(value));
    }
}
