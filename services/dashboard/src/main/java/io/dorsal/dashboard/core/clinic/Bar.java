package io.dorsal.dashboard.core.clinic;

import io.dorsal.model.Rational;
import io.dorsal.model.presentation.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * A share, drawn and told with what it is of.
 *
 * @param of such as {@code 12 of 30}
 * @param percent a dash for a share of nothing
 * @param width in thousandths of the whole
 */
public record Bar(String label, String of, String percent, int width) {
    private static final int PERCENT = 100;
    private static final int WHOLE = 1_000;

    static Bar of(String label, long numerator, long denominator) {
        Rational share = denominator == 0 ? null : Rational.of(numerator, denominator);
        return new Bar(
                label,
                "%s of %s".formatted(NumberText.count(numerator), NumberText.count(denominator)),
                NumberText.percent(share == null ? null : share.times(PERCENT)),
                width(share));
    }

    private static int width(@Nullable Rational share) {
        return share == null ? 0 : share.times(WHOLE).truncated(0).intValue();
    }
}
