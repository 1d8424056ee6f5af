package io.dorsal.merge;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** What settings may be: a wrong one is refused with a sentence that says how to mend it. */
public record Bounds(String prefix) {
    public void range(String key, int value, int min, int max) {
        if (value < min || value > max) {
            throw refused(key, "%d to %d".formatted(min, max), Integer.toString(value));
        }
    }

    public void range(String key, BigDecimal value, int min, int max) {
        if (value.compareTo(BigDecimal.valueOf(min)) < 0 || value.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw refused(key, "%d to %d".formatted(min, max), value.toPlainString());
        }
    }

    public void range(String key, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw refused(key, "%s to %s".formatted(min, max), value.toString());
        }
    }

    public IllegalArgumentException refused(String key, String expected, String got) {
        String name = prefix + key;
        return new IllegalArgumentException("%s must be %s, got %s (set %s)"
                .formatted(name, expected, got, name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")));
    }
}
