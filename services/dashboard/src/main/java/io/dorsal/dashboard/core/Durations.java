package io.dorsal.dashboard.core;

import java.time.Duration;

/** Lengths of time as they stand on a page. */
public final class Durations {
    private static final String MINUS = "\u2212";

    private Durations() {}

    /** Hours and minutes, such as {@code 17 h 05 min}; a day may have 25 hours. */
    public static String hours(long seconds) {
        return "%d\u00a0h %02d\u00a0min".formatted(seconds / 3600, seconds % 3600 / 60);
    }

    /** A stretch of time as one reads it aloud: days from three on, else hours, else minutes. */
    public static String stretch(Duration duration) {
        Duration length = duration.abs();
        if (length.toHours() >= 72) {
            return "%d\u00a0days".formatted(length.toDays());
        }
        return length.toMinutes() >= 60
                ? "%d\u00a0h".formatted(length.toHours())
                : "%d\u00a0min".formatted(length.toMinutes());
    }

    /** A clock offset: seconds with one decimal below two minutes, then minutes, then hours. */
    public static String offset(long millis) {
        String sign = millis < 0 ? MINUS : millis > 0 ? "+" : "";
        Duration length = Duration.ofMillis(Math.abs(millis));
        if (length.toMinutes() < 2) {
            return "%s%d.%d\u00a0s".formatted(sign, length.toSeconds(), length.toMillisPart() / 100);
        }
        return length.toHours() < 3
                ? "%s%d\u00a0min".formatted(sign, length.toMinutes())
                : "%s%s".formatted(sign, hours(length.toSeconds()));
    }
}
