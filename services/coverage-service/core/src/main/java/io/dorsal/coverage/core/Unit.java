package io.dorsal.coverage.core;

import io.dorsal.model.Rational;
import io.dorsal.model.Word;
import java.math.BigDecimal;
import java.util.Locale;

/** The unit of a number fact; a policy file states it with every bound, so that hours never meet days. */
public enum Unit implements Word {
    PERCENT,
    /** Of the scale that the fact's definition names. */
    POINTS,
    HOURS,
    DAYS,
    MONTHS;

    private static final int PLACES_SHOWN = 4;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** At most four places, truncated toward zero: 49.99999 never shows as 50. */
    String show(Rational amount) {
        BigDecimal shown = amount.truncated(PLACES_SHOWN).stripTrailingZeros();
        String number = shown.signum() == 0 ? "0" : shown.toPlainString();
        return this == PERCENT ? number + " %" : number + " " + word();
    }
}
