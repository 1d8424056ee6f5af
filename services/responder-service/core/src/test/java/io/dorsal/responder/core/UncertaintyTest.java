package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /**
     * Computed outside of this code, with SciPy 1.17.1. The confidence is 1 − p of
     * {@code stats.ttest_ind(baseline / 2, trial, equal_var=False, alternative='greater')}. The ends of the interval
     * are the roots, found by {@code optimize.brentq}, of {@code abs(T - rho * B) / sqrt(vT + rho**2 * vB) - q} with
     * {@code q = stats.t.ppf(0.975, df)}, df after Welch and Satterthwaite at rho = T/B and the variances from
     * {@code numpy.var(ddof=1) / n}.
     */
    @ParameterizedTest
    @CsvSource({
        "8 9 7 8 8 6 9, 3 4 5 3 4, 37.6864518465, 64.0513695736, 0.613954733094",
        "8 8 7 8 9 8 8, 4 4 5 4 3 4 4, 42.8717981584, 56.7436415374, 0.5",
        "8 8 8 8 8 8 8, 3 4 3 2, 46.2596467047, 78.7403532953, 0.954139443344",
        "5 8 2 9 6 7, 6 9 4 8, -95.3051172864, 38.6337006399, 0.018210565943",
        "6 7 5 8, 1 0 2 0 0 1 0, 79.1127444392, 102.2384530188, 0.999817230652"
    })
    void intervalAndConfidenceAreThoseOfScipy(
            String baseline, String trial, double low, double high, double confidence) {
        var interval = Uncertainty.fieller(sample(baseline), sample(trial), 0.95);

        assertThat(interval.low()).isCloseTo(low, within(1e-7));
        assertThat(interval.high()).isCloseTo(high, within(1e-7));
        assertThat(Uncertainty.confidence(sample(baseline), sample(trial), Rational.of(1, 2)))
                .isCloseTo(confidence, within(1e-9));
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

    /** 100·(1 − 8/10) is 19.999999999999996 in binary arithmetic, which would be cut to 19.9999. */
    @Test
    void thePointIsTheExactRelief() {
        var interval = Uncertainty.fieller(sample(10, 10, 10, 10), sample(8, 8, 8), 0.95);

        assertThat(interval).isEqualTo(new ResponderOutcome.Interval(20, 20));
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

    private static Sample sample(String values) {
        return sample(Stream.of(values.split(" ")).mapToLong(Long::parseLong).toArray());
    }

    private static Sample sample(long... values) {
        return Sample.of(LongStream.of(values).mapToObj(Rational::of).toList());
    }
}
