package io.dorsal.responder.core;

/**
 * Student's t distribution through the regularised incomplete beta function I: for t ≥ 0,
 * {@code P(T > t) = ½·I(ν/(ν + t²); ν/2, ½)} [Abramowitz and Stegun, 26.5.27 and 26.7.1]. I is evaluated by its continued
 * fraction (26.5.8) with Lentz's method. StrictMath, so that every machine gets the same digits.
 */
final class StudentT {
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-15;
    private static final int STEPS_MAX = 1_000;
    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };
    private static final double LANCZOS_G = 7;

    private StudentT() {}

    /** P(T ≤ t) with {@code degrees} of freedom, which need not be whole. */
    static double cumulative(double t, double degrees) {
        double upperTail = 0.5 * incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
        return t > 0 ? 1 - upperTail : upperTail;
    }

    /** The t with {@code cumulative(t) = probability}, for probabilities from ½ up to but not including 1. */
    static double quantile(double probability, double degrees) {
        double low = 0;
        double high = 1;
        while (cumulative(high, degrees) < probability) {
            low = high;
            high *= 2;
        }
        // Bisection: slower than Newton, but it cannot leave the bracket and ends at neighbouring doubles.
        double middle = (low + high) / 2;
        while (low < middle && middle < high) {
            if (cumulative(middle, degrees) < probability) {
                low = middle;
            } else {
                high = middle;
            }
            middle = (low + high) / 2;
        }
        return high;
    }

    private static double incompleteBeta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double logFront =
                logGamma(a + b) - logGamma(a) - logGamma(b) + a * StrictMath.log(x) + b * StrictMath.log1p(-x);
        double front = StrictMath.exp(logFront);
        // The fraction converges fast only on this side of the mean; the other side is its mirror image.
        return x < (a + 1) / (a + b + 2)
                ? front * continuedFraction(x, a, b) / a
                : 1 - front * continuedFraction(1 - x, b, a) / b;
    }

    private static double continuedFraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m <= STEPS_MAX; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return value;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Lanczos' approximation, for arguments of ½ and more. */
    private static double logGamma(double x) {
        double shifted = x - 1;
        double series = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            series += LANCZOS[i] / (shifted + i);
        }
        double t = shifted + LANCZOS_G + 0.5;
        return 0.5 * StrictMath.log(2 * Math.PI) + (shifted + 0.5) * StrictMath.log(t) - t + StrictMath.log(series);
    }
}
