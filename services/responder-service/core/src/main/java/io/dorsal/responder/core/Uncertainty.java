package io.dorsal.responder.core;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome.Interval;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * How sure the relief is, from the day-to-day spread of both windows.
 *
 * <p>Relief is 100·(1 − ρ) with the ratio ρ = T/B of two independent means, so its interval is Fieller's [Fieller 1954,
 * J R Stat Soc B 16:175]: all ρ that a t test of T − ρB = 0 does not reject. With r = T/B, v the variance of a mean and
 * g = t²·v(B)/B² that is
 * <pre>  ( r ± t/B · √( (1 − g)·v(T) + r²·v(B) ) ) / (1 − g)</pre>
 * If g ≥ 1 the baseline itself could be 0 and the set is unbounded: then there is no interval.
 *
 * <p>The variances of the windows differ, since the therapy changes them, so t has the Welch–Satterthwaite degrees of
 * freedom of T − rB [Tamhane and Logan 2004, as {@code ttestratio} of R's mratios], and the confidence that T ≤ share·B
 * is Welch's one-sided test with those of T − share·B. Days next to each other are alike, which both leave aside: the
 * truth is less certain than they say.
 */
record Uncertainty(@Nullable Interval interval, @Nullable Double confidence) {
    private static final Uncertainty UNKNOWN = new Uncertainty(null, null);
    private static final double PERCENT = 100;

    /** The squares of scores below this leave what a double can hold. */
    private static final Rational SMALL = new Rational(BigInteger.ONE, BigInteger.TEN.pow(30));

    private static final double VARIANCE_MIN = 1e-200;
    private static final double VARIANCE_MAX = 1e200;

    static Uncertainty of(PainRelief pain, Rules.Relief rules) {
        boolean enough =
                pain.baseline().answered() >= Sample.SIZE_MIN && pain.trial().answered() >= Sample.SIZE_MIN;
        if (pain.trialMean() == null || !enough) {
            return UNKNOWN;
        }
        Sample baseline = Sample.of(pain.baseline().figures());
        Sample trial = Sample.of(pain.trial().figures());
        if (baseline.mean().isBelow(SMALL)) {
            // Nothing here depends on the unit.
            trial = trial.in(baseline.mean());
            baseline = baseline.in(baseline.mean());
        }
        return new Uncertainty(
                fieller(baseline, trial, rules.confidence()), confidence(baseline, trial, rules.responder()));
    }

    static @Nullable Interval fieller(Sample baseline, Sample trial, double confidence) {
        Rational ratio = trial.mean().dividedBy(baseline.mean());
        double b = baseline.mean().toDouble();
        double r = ratio.toDouble();
        double trialVariance = trial.meanVariance().toDouble();
        double baselineVariance = baseline.meanVariance().toDouble();
        if (trialVariance + r * baselineVariance == 0) {
            double exact = PainRelief.percent(baseline.mean(), trial.mean()).toDouble();
            return finite(exact, exact);
        }
        double degrees = degrees(trial, Rational.ONE, baseline, ratio);
        double t = StudentT.quantile((1 + confidence) / 2, degrees);
        double g = t * t * baselineVariance / (b * b);
        if (g >= 1) {
            return null;
        }
        double half = t / b * StrictMath.sqrt((1 - g) * trialVariance + r * r * baselineVariance);
        return finite(PERCENT * (1 - (r + half) / (1 - g)), PERCENT * (1 - (r - half) / (1 - g)));
    }

    /** A trial mean that is next to nothing of the baseline, or the other way round, may have no interval in doubles. */
    private static @Nullable Interval finite(double low, double high) {
        return Double.isFinite(low) && Double.isFinite(high) ? new Interval(low, high) : null;
    }

    static double confidence(Sample baseline, Sample trial, Rational share) {
        Rational distance = share.times(baseline.mean()).minus(trial.mean());
        Rational variance = share.times(share).times(baseline.meanVariance()).plus(trial.meanVariance());
        if (variance.signum() == 0) {
            return (1 + distance.signum()) / 2.0;
        }
        return StudentT.cumulative(inDeviations(distance, variance), degrees(trial, Rational.ONE, baseline, share));
    }

    private static double inDeviations(Rational distance, Rational variance) {
        double spread = variance.toDouble();
        return VARIANCE_MIN < spread && spread < VARIANCE_MAX
                ? distance.toDouble() / StrictMath.sqrt(spread)
                : distance.signum()
                        * StrictMath.sqrt(
                                distance.times(distance).dividedBy(variance).toDouble());
    }

    /** Welch–Satterthwaite, for the difference of two means each times its weight; not both may be without spread. */
    private static double degrees(Sample one, Rational oneWeight, Sample other, Rational otherWeight) {
        Rational v = oneWeight.times(oneWeight).times(one.meanVariance());
        Rational w = otherWeight.times(otherWeight).times(other.meanVariance());
        Rational sum = v.plus(w);
        Rational spread = v.times(v)
                .dividedBy(Rational.of(one.size() - 1L))
                .plus(w.times(w).dividedBy(Rational.of(other.size() - 1L)));
        return sum.times(sum).dividedBy(spread).toDouble();
    }
}
