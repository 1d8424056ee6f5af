package io.dorsal.dashboard.core.page;

import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.TrialRow;
import io.dorsal.dashboard.core.Words;
import io.dorsal.dashboard.core.chart.Frame;
import io.dorsal.dashboard.core.chart.Programs;
import io.dorsal.dashboard.core.chart.Shapes.ProgramKey;
import io.dorsal.dashboard.core.chart.TrialChart;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.WindowMean;
import io.dorsal.model.presentation.NumberText;
import io.dorsal.model.trial.Trial;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Everything the page says of one outcome.
 *
 * @param charts one per frame, the same content; empty when there is no day to draw
 */
public record OutcomePart(
        String status,
        String shape,
        String verdict,
        String asOf,
        boolean complete,
        String relief,
        String reliefNote,
        ReliefRow.Figure figure,
        String baselineAnswered,
        String trialAnswered,
        List<TrialChart> charts,
        String chartDescription,
        List<ProgramKey> programs,
        List<Explained> figures,
        List<Explained> certainty,
        Tables tables) {

    static OutcomePart of(Trial trial, ResponderOutcome o) {
        return new OutcomePart(
                Words.status(o.status()),
                TrialRow.shape(o.status()),
                new Explanations(o).verdict(),
                Times.minute(o.asOf(), trial.timezone()),
                o.complete(),
                NumberText.comparedPercent(o.relief()),
                o.relief() != null && o.relief().signum() < 0 ? "pain is worse than before" : "of baseline pain",
                ReliefRow.of(o),
                answered(o.baseline()),
                answered(o.trial()),
                Stream.of(Frame.WIDE, Frame.NARROW)
                        .map(frame -> TrialChart.of(trial, o, frame))
                        .filter(Objects::nonNull)
                        .toList(),
                description(o),
                Programs.of(o).legend(),
                new Explanations(o).all(),
                new Certainty(o).all(),
                Tables.of(trial, o));
    }

    private static String answered(WindowMean window) {
        return "%d of %d".formatted(window.answeredDays(), window.days());
    }

    private static String description(ResponderOutcome o) {
        return "Daily mean pain on %s. Baseline mean %s, %s days answered. Trial mean %s, %s days answered. "
                        .formatted(
                                Words.scale(o.scale()),
                                NumberText.mean(o.baseline().mean()),
                                answered(o.baseline()),
                                NumberText.mean(o.trial().mean()),
                                answered(o.trial()))
                + "Below it stimulation by program and usage per day, on the same time axis. "
                + "Every value is in the tables below the chart.";
    }
}
