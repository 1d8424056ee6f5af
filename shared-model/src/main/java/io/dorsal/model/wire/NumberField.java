package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A field that should hold a number, and what it may be taken for. What counts is its value, not how it is written. */
record NumberField(String field, JsonNode value) {
    static final int LABEL_LENGTH_MAX = 64;
    private static final int LONG_DIGITS_MAX = 19;

    long whole(long min, long max) {
        if (!(value.isInt() || value.isLong())) {
            return wholeOfAnyForm(min, max);
        }
        return inside(value.longValue(), min, max);
    }

    private long wholeOfAnyForm(long min, long max) {
        BigDecimal number = number("a whole number");
        if (number != null && !Decimals.isWhole(number)) {
            throw new Malformed(Reason.WRONG_TYPE, field, "a whole number");
        }
        if (number == null || !isLong(number)) {
            throw outside(min, max);
        }
        return inside(number.longValue(), min, max);
    }

    private static boolean isLong(BigDecimal number) {
        return Decimals.magnitude(number) <= LONG_DIGITS_MAX
                && number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                && number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    }

    private long inside(long number, long min, long max) {
        if (number < min || number > max) {
            throw outside(min, max);
        }
        return number;
    }

    private Malformed outside(long min, long max) {
        return new Malformed(Reason.OUT_OF_BOUNDS, field, "a whole number from %d to %d".formatted(min, max));
    }

    BigDecimal decimal(long min, long max) {
        BigDecimal number = number("a number");
        BigDecimal kept = number == null ? null : Decimals.kept(number);
        if (kept == null
                || kept.compareTo(BigDecimal.valueOf(min)) < 0
                || kept.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw new Malformed(
                    Reason.OUT_OF_BOUNDS,
                    field,
                    "a number from %d to %d with %s".formatted(min, max, Decimals.EXPECTED));
        }
        return kept;
    }

    BigDecimal decimal() {
        BigDecimal number = number("a number");
        BigDecimal kept = number == null ? null : Decimals.kept(number);
        if (kept == null) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, field, "a number with " + Decimals.EXPECTED);
        }
        return kept;
    }

    /** A name that is a whole number, in digits. */
    String label() {
        BigDecimal number = number("text or a whole number");
        if (number != null && !Decimals.isWhole(number)) {
            throw new Malformed(Reason.WRONG_TYPE, field, "text or a whole number");
        }
        String digits = number == null || Decimals.magnitude(number) > LABEL_LENGTH_MAX
                ? null
                : number.toBigInteger().toString();
        if (digits == null || digits.length() > LABEL_LENGTH_MAX) {
            throw new Malformed(
                    Reason.OUT_OF_BOUNDS,
                    field,
                    "1 to %d characters, no control characters".formatted(LABEL_LENGTH_MAX));
        }
        return digits;
    }

    /** Null when it is a number that was too long to be read. */
    private @Nullable BigDecimal number(String expected) {
        if (value.isPojo()) {
            return null;
        }
        if (!value.isNumber()) {
            throw new Malformed(Reason.WRONG_TYPE, field, expected);
        }
        return value.decimalValue();
    }
}
