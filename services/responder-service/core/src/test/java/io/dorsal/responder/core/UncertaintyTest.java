package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
    @Test
    void theIntervalEndsWhereTheTTestOfTheRatioJustRejects() {
        Sample baseline = sample(8, 9, 7, 8, 8, 6, 9);
        Sample trial = sample(3, 4, 5, 3, 4);
        var interval = Uncertainty.fieller(baseline, trial, 0.95);
        double r = trial.mean().toDouble() / baseline.mean().toDouble();
        double v = trial.meanVariance().toDouble();
        double w = r * r * baseline.meanVariance().toDouble();
        double degrees = (v + w) * (v + w) / (v * v / 4 + w * w / 6);
        double t = StudentT.quantile(0.975, degrees);

        for (double end : new double[] {interval.low(), interval.high()}) {
            double ratio = 1 - end / 100;
            double distance = trial.mean().toDouble() - ratio * baseline.mean().toDouble();
            double error = Math.sqrt(v + ratio * ratio * baseline.meanVariance().toDouble());
            assertThat(Math.abs(distance) / error).isCloseTo(t, within(1e-9));
        }
        assertThat(interval.low()).isLessThan(100 * (1 - r));
        assertThat(interval.high()).isGreaterThan(100 * (1 - r));
    }

    @Test
    void aBaselineThatCouldBeZeroBoundsNothing() {
        assertThat(Uncertainty.fieller(sample(0, 9), sample(3, 4, 5), 0.95)).isNull();
    }

    @Test
    void withoutSpreadTheIntervalIsThePoint() {
        var interval = Uncertainty.fieller(sample(8, 8, 8, 8), sample(4, 4, 4), 0.95);

        assertThat(interval.low()).isEqualTo(50);
        assertThat(interval.high()).isEqualTo(50);
    }

    @Test
    void noPainAtAllIsHundredPercentRelief() {
        var interval = Uncertainty.fieller(sample(8, 7, 8, 9), sample(0, 0, 0), 0.95);

        assertThat(interval.low()).isEqualTo(100);
        assertThat(interval.high()).isEqualTo(100);
    }

    @Test
    void exactlyFiftyPercentIsAsLikelyAsNot() {
        ResponderOutcome outcome = new Sketch()
                .baseline(8, 8, 7, 8, 9, 8, 8)
                .days(4, 4, 5, 4, 3, 4, 4)
                .assess();

        assertThat(outcome.confidence()).isEqualTo(0.5);
        assertThat(outcome.interval().low()).isCloseTo(42.5, within(1.0));
        assertThat(outcome.interval().high()).isCloseTo(57.5, within(1.0));
    }

    @Test
    void withoutSpreadTheConfidenceIsCertain() {
        Rational half = Rational.of(1, 2);

        assertThat(Uncertainty.confidence(sample(8, 8), sample(3, 3), half)).isEqualTo(1);
        assertThat(Uncertainty.confidence(sample(8, 8), sample(5, 5), half)).isEqualTo(0);
        assertThat(Uncertainty.confidence(sample(8, 8), sample(4, 4), half)).isEqualTo(0.5);
    }

    @Test
    void welchsExampleOfTwoSmallSamples() {
        // Means 8 and 3, variances of the means 1/4 and 1/3: t = (4 − 3)/√(1/16 + 1/3), worked out by hand.
        Sample baseline = new Sample(4, Rational.of(8), Rational.of(1, 4));
        Sample trial = new Sample(3, Rational.of(3), Rational.of(1, 3));
        double v = 1.0 / 3;
        double w = 1.0 / 16;
        double degrees = (v + w) * (v + w) / (v * v / 2 + w * w / 3);

        assertThat(Uncertainty.confidence(baseline, trial, Rational.of(1, 2)))
                .isCloseTo(StudentT.cumulative(1 / Math.sqrt(v + w), degrees), within(1e-12));
    }

    @Test
    void anUndeterminedTrialHasNeither() {
        ResponderOutcome outcome =
                new Sketch().baseline(8, 8, 7, 8, 9, 8, 8).days(4, 4).assess();

        assertThat(outcome.interval()).isNull();
        assertThat(outcome.confidence()).isNull();
    }

    private static Sample sample(long... values) {
        return Sample.of(LongStream.of(values).mapToObj(Rational::of).toList());
    }
}
