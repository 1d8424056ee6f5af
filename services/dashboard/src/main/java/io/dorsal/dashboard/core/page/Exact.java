package io.dorsal.dashboard.core.page;

import io.dorsal.model.Rational;
import io.dorsal.model.presentation.NumberText;
import java.math.BigDecimal;

/** Exact values inside a formula: a short decimal where there is one, else the fraction if a reader can take it in. */
final class Exact {
    private static final int PLACES_MAX = 3;
    private static final int FRACTION_LENGTH_MAX = 24;

    private Exact() {}

    static String text(Rational value) {
        BigDecimal truncated = value.truncated(PLACES_MAX);
        if (Rational.of(truncated).equals(value)) {
            return minus(truncated.stripTrailingZeros().toPlainString());
        }
        return isReadable(value) ? minus(value.toString()) : "\u2248\u00a0" + minus(truncated.toPlainString());
    }

    /** The same below a fraction bar: a fraction in brackets, so that it is divided by as a whole. */
    static String divisor(Rational value) {
        String text = text(value);
        return text.indexOf('/') < 0 ? text : "(" + text + ")";
    }

    static String percent(Rational value) {
        BigDecimal truncated = value.truncated(PLACES_MAX);
        return Rational.of(truncated).equals(value) || !isReadable(value)
                ? text(value) + "\u00a0%"
                : "%s\u00a0%% \u2248 %s".formatted(text(value), NumberText.comparedPercent(value));
    }

    // A score with all the digits of a double makes a fraction of two lines.
    private static boolean isReadable(Rational value) {
        return value.toString().length() <= FRACTION_LENGTH_MAX;
    }

    private static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
