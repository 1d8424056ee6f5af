package io.dorsal.dashboard.core.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.dashboard.SampleOpioids;
import io.dorsal.dashboard.SampleOutcome;
import io.dorsal.dashboard.SampleTrial;
import io.dorsal.dashboard.core.chart.Shapes.Column;
import io.dorsal.dashboard.core.chart.Shapes.DoseBar;
import io.dorsal.dashboard.core.chart.Shapes.DosePiece;
import io.dorsal.model.outcome.OpioidOutcome;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OpioidChartTest {
    private static final String STEADY = "o60 o60 o60 o60 o60 o60 o60";
    /** Coordinates are written with two places. */
    private static final Offset<Double> WRITTEN = Offset.offset(0.02);

    private final SampleTrial trial = SampleTrial.of("T-1");

    private OpioidChart chart(String baseline, String days, Integer prescribed) {
        return chart(new SampleOpioids(trial, baseline, days, prescribed), Frame.WIDE);
    }

    private static OpioidChart chart(SampleOpioids sample, Frame frame) {
        return OpioidChart.of(sample.of().trial(), sample.outcome(), frame);
    }

    @Test
    void anUnknownDayIsHatchedAndHasNoBar() {
        OpioidChart chart = chart(STEADY, "o60 - o30", null);

        assertThat(chart.columns().stream().filter(column -> column.kind().equals("trial unknown-day")))
                .singleElement()
                .extracting(Column::title)
                .isEqualTo("Wed 4 Mar 2026 (trial): taken unknown, prescribed not known");
        assertThat(chart.bars()).hasSize(9);
        assertThat(chart.columns()).extracting(Column::kind).contains("placement unknown-day", "planned");
    }

    @Test
    void aDayWithNothingTakenIsAZeroAndNotUnknown() {
        DoseBar none = chart(STEADY, "o60 0", null).bars().getLast();

        assertThat(none.pieces()).isEmpty();
        assertThat(none.label()).isEqualTo("0");
        assertThat(none.title()).contains("taken 0.0");
    }

    @Test
    void aPartialDayHasAPlusSignInBothFrames() {
        SampleOpioids sample = new SampleOpioids(trial, STEADY, "o60+ 0+", null);

        assertThat(chart(sample, Frame.WIDE).bars().subList(7, 9))
                .extracting(DoseBar::label)
                .containsExactly("60\u00a0+", "0\u00a0+");
        assertThat(chart(sample, Frame.NARROW).bars().subList(7, 9))
                .extracting(DoseBar::label)
                .containsExactly("+", "0+");
    }

    @Test
    void theDrugsOfADayStandOnEachOther() {
        OpioidChart chart = chart(STEADY, "f30,o45", null);
        List<DosePiece> pieces = chart.bars().getLast().pieces();

        assertThat(pieces).extracting(DosePiece::kind).containsExactly("0", "1");
        assertThat(end(pieces.get(0))).isEqualTo((double) Frame.WIDE.doseBottom());
        assertThat(end(pieces.get(1)))
                .isCloseTo(Double.parseDouble(pieces.get(0).y()), WRITTEN);
        assertThat(Double.parseDouble(pieces.get(0).height()))
                .isCloseTo(Double.parseDouble(pieces.get(1).height()) * 2 / 3, WRITTEN);
    }

    private static double end(DosePiece piece) {
        return Double.parseDouble(piece.y()) + Double.parseDouble(piece.height());
    }

    @Test
    void anOpioidKeepsItsLookWhateverTheDay() {
        var outcome = new SampleOpioids(trial, STEADY, "f30 m15,o60", null).outcome();

        assertThat(OpioidChart.legend(outcome))
                .extracting(Shapes.DoseKey::label)
                .containsExactly("fentanyl", "morphine", "oxycodone");
        assertThat(OpioidChart.of(trial.trial(), outcome, Frame.WIDE)
                        .bars()
                        .getFirst()
                        .pieces())
                .extracting(DosePiece::kind)
                .containsExactly("2");
    }

    @Test
    void prescribedIsALineOfItsOwnAndBreaksWhereNoRegimenIsKnown() {
        assertThat(chart(STEADY, "o60", null).prescribed()).isEmpty();
        assertThat(chart(STEADY, "o60", 60).prescribed())
                .singleElement()
                .asString()
                .startsWith("M40 ")
                .endsWith("H984");
    }

    @Test
    void theTimeAxisIsThatOfThePainChart() {
        TrialChart pain =
                TrialChart.of(trial.trial(), SampleOutcome.responder(trial).outcome(), Frame.WIDE);
        OpioidChart opioids = chart(SampleOpioids.rotation(trial), Frame.WIDE);

        assertThat(opioids.ticks()).isEqualTo(pain.ticks());
        assertThat(opioids.columns()).extracting(Column::x).isEqualTo(columnsOf(pain));
    }

    private static List<String> columnsOf(TrialChart chart) {
        return chart.columns().stream().map(Column::x).toList();
    }

    @Test
    void theScaleHoldsTheHighestOfBothSeriesInEvenSteps() {
        assertThat(chart(STEADY, "o60", 90).grid())
                .extracting(Shapes.GridLine::label)
                .containsExactly("0", "20", "40", "60", "80", "100");
        assertThat(chart("0 0 0 0 0 0 0", "0 0 0", null).grid())
                .extracting(Shapes.GridLine::label)
                .contains("0", "10");
        assertThat(chart("o1500000 0 0 0 0 0 0", "0", null).grid())
                .extracting(Shapes.GridLine::label)
                .endsWith("2,000,000");
    }

    @Test
    void meansSpanTheirWindows() {
        OpioidChart chart = chart(STEADY, "o30 o30 o30", null);

        assertThat(chart.means()).hasSize(2);
        assertThat(chart.headers())
                .extracting(Shapes.Header::label)
                .containsExactly("Baseline, mean 60.00", "Trial, mean 30.00");
        assertThat(chart(SampleOpioids.unreported(trial), Frame.NARROW).means()).isEmpty();
    }

    @Test
    void noDaysNoChart() {
        OpioidOutcome some = SampleOpioids.rotation(trial).outcome();
        OpioidOutcome none = new OpioidOutcome(
                some.trialId(),
                some.definition(),
                some.factorSet(),
                some.drugTable(),
                some.asOf(),
                false,
                some.status(),
                some.reason(),
                some.taken(),
                some.prescribed(),
                List.of(),
                some.factDigest());

        assertThat(OpioidChart.of(trial.trial(), none, Frame.WIDE)).isNull();
    }
}
