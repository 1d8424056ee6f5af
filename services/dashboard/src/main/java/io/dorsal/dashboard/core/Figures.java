package io.dorsal.dashboard.core;

import io.dorsal.model.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as they stand on a page: truncated toward zero, so that 49.95 never shows as 50.0; a real minus sign. */
public final class Figures {
    private static final String MINUS = "\u2212";
    private static final String NONE = "\u2013";

    private Figures() {}

    /** One decimal; a dash for none. */
    public static String decimal(@Nullable Rational figure) {
        return decimal(figure, 1);
    }

    /** As many decimals as the scale of a score needs; a dash for none. */
    public static String decimal(@Nullable Rational figure, int places) {
        return figure == null ? NONE : signed(figure.truncated(places));
    }

    /** One decimal, or none where the figure is whole: for scores inside a sentence. */
    public static String plain(Rational figure) {
        return figure.denominator().bitLength() == 1 ? signed(figure.truncated(0)) : signed(figure.truncated(1));
    }

    public static String percent(@Nullable Rational figure) {
        return figure == null ? NONE : decimal(figure) + "\u00a0%";
    }

    public static String percent(double figure) {
        return decimal(figure) + "\u00a0%";
    }

    /** The decimal that was sent, not the binary fraction next to it. */
    public static String decimal(double figure) {
        return signed(BigDecimal.valueOf(figure).setScale(1, RoundingMode.DOWN));
    }

    /** With a plus sign when above zero: for a difference. */
    public static String difference(Rational figure) {
        return difference(figure, 1);
    }

    public static String difference(Rational figure, int places) {
        return (figure.signum() > 0 ? "+" : "") + decimal(figure, places);
    }

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

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

    private static String signed(BigDecimal figure) {
        String text = figure.abs().toPlainString();
        return figure.signum() < 0 ? MINUS + text : text;
    }
}
