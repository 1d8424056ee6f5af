package io.dorsal.dashboard.core.chart;

import static io.dorsal.dashboard.SampleOutcome.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.dashboard.SampleOutcome;
import io.dorsal.dashboard.SampleTrial;
import io.dorsal.dashboard.core.chart.Shapes.Box;
import io.dorsal.dashboard.core.chart.Shapes.Column;
import io.dorsal.dashboard.core.chart.Shapes.Mark;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialChartTest {
    private static final Double[] BASELINE = scores(8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0);
    private final SampleTrial trial = SampleTrial.of("T-1");

    private static TrialChart chart(SampleOutcome sample, Frame frame) {
        return TrialChart.of(sample.of().trial(), sample.outcome(), frame);
    }

    @Test
    void aMissingDayIsHatchedAndNoLineCrossesIt() {
        TrialChart chart = chart(SampleOutcome.of(trial, BASELINE, 4.0, 4.0, null, 3.0, 3.0), Frame.WIDE);

        assertThat(chart.columns().stream().filter(column -> column.kind().equals("trial missing")))
                .hasSize(1)
                .first()
                .extracting(Column::title)
                .isEqualTo("Thu 5 Mar 2026: no entry, missing");
        assertThat(chart.dots()).hasSize(11);
        assertThat(chart.curves()).hasSize(3).allMatch(points -> points.split(" ").length >= 2);
    }

    @Test
    void aDayBetweenTwoGapsIsADotWithoutLine() {
        TrialChart chart = chart(SampleOutcome.of(trial, BASELINE, 4.0, null, 4.0, null, 3.0), Frame.WIDE);

        assertThat(chart.curves()).hasSize(1);
        assertThat(chart.dots()).hasSize(10);
    }

    @Test
    void theScaleRunsFromZeroAtTheFootToTheWorstAtTheTop() {
        TrialChart chart = chart(SampleOutcome.of(trial, BASELINE, 10.0, 0.0, 5.0), Frame.WIDE);

        assertThat(chart.dots().subList(7, 10)).extracting(Shapes.Dot::y).containsExactly("54", "324", "189");
        assertThat(chart.grid()).extracting(Shapes.GridLine::label).containsExactly("0", "2", "4", "6", "8", "10");
    }

    @Test
    void theFiftyPercentLineLiesHalfwayBetweenBaselineAndZero() {
        TrialChart chart = chart(SampleOutcome.responder(trial), Frame.WIDE);

        double zero = Frame.WIDE.painBottom();
        assertThat(zero - Double.parseDouble(chart.half().y()))
                .isEqualTo((zero - Double.parseDouble(chart.baseline().y())) / 2);
        assertThat(chart.baseline().label()).isEqualTo("Baseline 8.00");
    }

    @Test
    void withoutBaselineThereIsNoLine() {
        TrialChart chart =
                chart(SampleOutcome.of(trial, scores(null, null, null, null, null, null, null), 4.0), Frame.WIDE);

        assertThat(chart.baseline()).isNull();
        assertThat(chart.half()).isNull();
    }

    @Test
    void aDayOf23HoursIsNarrowerThanOneOf24() {
        TrialChart chart = chart(SampleOutcome.responder(trial), Frame.WIDE);
        int spring = (int) (LocalDate.parse("2026-03-08").toEpochDay()
                - trial.placed().minusDays(7).toEpochDay());

        double day = Double.parseDouble(chart.columns().get(0).width());
        double shortDay = Double.parseDouble(chart.columns().get(spring).width());
        assertThat(shortDay / day).isBetween(22.9 / 24, 23.1 / 24);
    }

    @Test
    void placementAndRemovalAreMarkedAndALabelNeverCoversAnother() {
        TrialChart running = chart(SampleOutcome.responder(trial), Frame.NARROW);
        TrialChart ended = chart(SampleOutcome.responder(trial.ended()), Frame.WIDE);

        assertThat(running.marks()).extracting(Mark::kind).contains("placed", "as-of");
        assertThat(ended.marks()).extracting(Mark::kind).containsExactly("placed");
        TrialChart late = chart(SampleOutcome.of(trial.days(2), BASELINE, 3.0), Frame.NARROW);
        assertThat(late.marks().stream().filter(mark -> !mark.label().isEmpty()).count())
                .isLessThanOrEqualTo(late.marks().size());
    }

    @Test
    void whereNoLogTellsTheLaneIsHatchedUnderTheKnownStretches() {
        List<Box> bands = chart(SampleOutcome.responder(trial), Frame.WIDE).bands();

        assertThat(bands.getFirst().kind()).isEqualTo("unknown");
        assertThat(bands).extracting(Box::kind).contains("off", "on program-0", "on program-1");
    }

    @Test
    void usageIsDrawnOnlyWhileADeviceIsWorn() {
        TrialChart chart = chart(SampleOutcome.of(trial, BASELINE, 4.0, 4.0, 4.0), Frame.WIDE);

        assertThat(chart.usage()).hasSize(4);
        assertThat(chart.usage().get(1).title())
                .isEqualTo(
                        "Tue 3 Mar 2026: on 14\u00a0h 00\u00a0min, off 4\u00a0h 00\u00a0min, not known 6\u00a0h 00\u00a0min");
    }

    @Test
    void aLongTrialGetsFewerLabelsAndKeepsThePlacementDate() {
        Double[] scores = new Double[40];
        java.util.Arrays.fill(scores, 4.0);
        TrialChart chart = chart(SampleOutcome.of(trial.days(45), BASELINE, scores), Frame.NARROW);

        assertThat(chart.ticks())
                .hasSizeLessThan(8)
                .extracting(Shapes.Tick::first)
                .contains("2 Mar");
    }

    @Test
    void noDaysNoChart() {
        var outcome = SampleOutcome.of(trial, new Double[0]).outcome();
        var none = io.dorsal.model.wire.ResponderOutcomeReader.parse(without(outcome));

        assertThat(TrialChart.of(trial.trial(), none, Frame.WIDE)).isNull();
    }

    private static byte[] without(io.dorsal.model.outcome.ResponderOutcome outcome) {
        var node = io.dorsal.model.wire.ResponderOutcomeCodec.node(outcome);
        node.putArray("days");
        return io.dorsal.model.wire.Json.bytes(node);
    }

    @Test
    void aScaleKeepsOutliersInside() {
        Scale scale = new Scale(0, 10, 100, 0);

        assertThat(scale.at(12)).isZero();
        assertThat(scale.at(-1)).isEqualTo(100);
        assertThat(Scale.written(1.0 / 3)).isEqualTo("0.33");
        assertThatThrownBy(() -> new Scale(1, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
