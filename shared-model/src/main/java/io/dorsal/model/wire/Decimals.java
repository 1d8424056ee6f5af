package io.dorsal.model.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers are taken. Every decimal is exact here, so there is no rounding to bound them: what any language prints
 * for a double is taken as it stands. But {@code 1e-999999999} would be a fraction with a billion digits.
 */
public final class Decimals {
    /** How long a number may be written. */
    public static final int CHARACTERS_MAX = 1_000;

    /** Enough for the smallest double, 4.9e-324, and for the exact value of any double that is a score. */
    public static final int PLACES_MAX = 400;

    /** The bound as it is told to whoever sent another number. */
    public static final String EXPECTED =
            "at most %d decimal places, written with at most %d characters".formatted(PLACES_MAX, CHARACTERS_MAX);

    private Decimals() {}

    /** The same number; null when it is beyond what can be kept. Zeros at the end are no places. */
    public static @Nullable BigDecimal kept(BigDecimal number) {
        int scale = number.scale();
        if (Math.abs((long) scale) <= PLACES_MAX) {
            return number;
        }
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        // The digits are few enough for this to be cheap; but so many zeros are not at any number's end.
        if (scale < 0 || scale > PLACES_MAX + CHARACTERS_MAX) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= PLACES_MAX ? stripped : null;
    }

    /** True for 7, 7.0 and 70e-1 alike. */
    static boolean isWhole(BigDecimal number) {
        return number.signum() == 0
                || number.scale() <= 0
                || number.stripTrailingZeros().scale() <= 0;
    }

    /** How many digits stand before the point, roughly, without writing them. */
    static long magnitude(BigDecimal number) {
        return number.signum() == 0 ? 0 : (long) number.precision() - number.scale();
    }
}
