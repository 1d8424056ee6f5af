package io.dorsal.model.presentation;

import io.dorsal.model.Rational;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Figures as people read them: one rule for page, packet and export, so that one value never reads as two.
 *
 * <p>What is compared with a threshold (relief, reduction, usage) is truncated toward zero, so that 49.95 % never reads as
 * 50.0 %. Everything else is rounded half up, away from zero. A difference is taken of exact values and then rounded. A
 * minus sign is a real one, and a unit stands behind a no-break space. A dash stands for none.
 */
public final class NumberText {
    public static final String NONE = "\u2013";
    private static final String MINUS = "\u2212";
    private static final String PERCENT = "\u00a0%";
    private static final int MEAN_PLACES = 2;
    private static final int PERCENT_PLACES = 1;

    private NumberText() {}

    /** A mean of scores, or of MME per day: two places. */
    public static String mean(@Nullable Rational mean) {
        return rounded(mean, MEAN_PLACES);
    }

    /** Rounded to as many places as the scale of a score needs. */
    public static String rounded(@Nullable Rational figure, int places) {
        return figure == null ? NONE : signed(figure.rounded(places));
    }

    /** Truncated, for what a threshold is compared with. */
    public static String truncated(@Nullable Rational figure, int places) {
        return figure == null ? NONE : signed(figure.truncated(places));
    }

    /** At most two places, and none that say nothing: for a score inside a sentence. */
    public static String plain(Rational figure) {
        BigDecimal shortest = figure.rounded(MEAN_PLACES).stripTrailingZeros();
        return signed(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
    }

    /** A percentage that is compared with a threshold, truncated. */
    public static String comparedPercent(@Nullable Rational percent) {
        return percent == null ? NONE : truncated(percent, PERCENT_PLACES) + PERCENT;
    }

    /** The same of a change, with its sign. */
    public static String comparedChange(@Nullable Rational percent) {
        return percent == null ? NONE : plus(percent.truncated(PERCENT_PLACES)) + comparedPercent(percent);
    }

    /** A share or another percentage that nothing is compared with. */
    public static String percent(@Nullable Rational percent) {
        return percent == null ? NONE : rounded(percent, PERCENT_PLACES) + PERCENT;
    }

    /** The same of a figure that is not exact: the decimal that was sent, not the binary fraction next to it. */
    public static String percent(double percent) {
        return percent(Rational.of(BigDecimal.valueOf(percent)));
    }

    /** A difference of exact values, with its sign. */
    public static String difference(@Nullable Rational difference, int places) {
        return difference == null ? NONE : plus(difference.rounded(places)) + rounded(difference, places);
    }

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String plus(BigDecimal figure) {
        return figure.signum() > 0 ? "+" : "";
    }

    private static String signed(BigDecimal figure) {
        String text = figure.abs().toPlainString();
        return figure.signum() < 0 ? MINUS + text : text;
    }
}
