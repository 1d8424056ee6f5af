package io.dorsal.dashboard.core.page;

import io.dorsal.model.Rational;
import java.math.BigDecimal;

/** Exact values inside a formula: a short decimal where there is one, else the fraction. */
final class Exact {
    private static final int PLACES_MAX = 3;

    private Exact() {}

    static String text(Rational value) {
        BigDecimal truncated = value.truncated(PLACES_MAX);
        return Rational.of(truncated).equals(value)
                ? minus(truncated.stripTrailingZeros().toPlainString())
                : minus(value.numerator() + "/" + value.denominator());
    }

    static String percent(Rational value) {
        BigDecimal truncated = value.truncated(PLACES_MAX);
        return Rational.of(truncated).equals(value)
                ? text(value) + "\u00a0%"
                : "%s\u00a0%% \u2248 %s\u00a0%%"
                        .formatted(text(value), minus(value.truncated(1).toPlainString()));
    }

    private static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
