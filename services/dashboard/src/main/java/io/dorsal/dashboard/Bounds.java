package io.dorsal.dashboard;

import java.time.Duration;
import java.util.Locale;

/** Refuses a setting that cannot work, saying what was expected, what came and where to set it. */
final class Bounds {
    private Bounds() {}

    static int atLeastOne(String key, int value) {
        return (int) atLeastOne(key, (long) value);
    }

    static long atLeastOne(String key, long value) {
        if (value < 1) {
            throw refused(key, "at least 1", value);
        }
        return value;
    }

    static Duration positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw refused(key, "positive", value);
        }
        return value;
    }

    private static IllegalArgumentException refused(String key, String expected, Object value) {
        return new IllegalArgumentException("dorsal.dashboard.%s must be %s, got %s (set DORSAL_DASHBOARD_%s)"
                .formatted(key, expected, value, key.replace('-', '_').toUpperCase(Locale.ROOT)));
    }
}
