package io.dorsal.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times in the grammar of RFC 3339, to the letter: {@code T} and {@code Z} in either case, an offset up to 23:59 either
 * way, {@code -00:00} as UTC, any number of digits in a fraction, and nothing behind it. Two things the grammar has are
 * decided here: digits beyond the nanosecond are cut off, and {@code :60} is no time, since an instant has no leap second
 * and to move the event to the next day would be a guess.
 *
 * <p>By hand, because it stands on the gateway's hot path and java.time's own parser takes ten times as long.
 */
public final class Rfc3339 {
    private static final int DATE_TIME_LENGTH = 19;
    private static final int OFFSET_LENGTH = 6;
    private static final int NANO_DIGITS = 9;
    private static final int OFFSET_HOURS_MAX = 23;
    private static final int MINUTES_MAX = 59;

    private Rfc3339() {}

    /** @throws DateTimeException when it is no such time; the message has nothing of the text */
    public static Instant parse(String text) {
        if (text.length() <= DATE_TIME_LENGTH) {
            throw malformed();
        }
        LocalDateTime local = LocalDateTime.of(
                number(text, 0, 4),
                number(behind(text, 4, '-'), 5, 2),
                number(behind(text, 7, '-'), 8, 2),
                number(behindT(text), 11, 2),
                number(behind(text, 13, ':'), 14, 2),
                number(behind(text, 16, ':'), 17, 2));
        int zone = endOfFraction(text);
        return Instant.ofEpochSecond(
                local.toEpochSecond(ZoneOffset.UTC) - offsetSeconds(text, zone), nanos(text, zone));
    }

    /**
     * What the gateway took until it read strictly, and only that: a blank for {@code T}, and anything at all behind
     * whole seconds and {@code Z}. Such events are in the log for good; what they once meant they mean still.
     *
     * @throws DateTimeException when it is no such time either
     */
    public static Instant parseStored(String text) {
        String told = text;
        if (told.length() > DATE_TIME_LENGTH && told.charAt(10) == ' ') {
            told = told.substring(0, 10) + 'T' + told.substring(11);
        }
        if (told.length() > DATE_TIME_LENGTH && isZulu(told.charAt(DATE_TIME_LENGTH))) {
            told = told.substring(0, DATE_TIME_LENGTH + 1);
        }
        return parse(told);
    }

    private static int number(String text, int from, int length) {
        int number = 0;
        for (int i = from; i < from + length; i++) {
            number = 10 * number + digit(text, i);
        }
        return number;
    }

    private static int digit(String text, int at) {
        char character = text.charAt(at);
        if (!isDigit(character)) {
            throw malformed();
        }
        return character - '0';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static String behind(String text, int at, char separator) {
        if (text.charAt(at) != separator) {
            throw malformed();
        }
        return text;
    }

    private static String behindT(String text) {
        if (text.charAt(10) != 'T' && text.charAt(10) != 't') {
            throw malformed();
        }
        return text;
    }

    private static int endOfFraction(String text) {
        int end = DATE_TIME_LENGTH;
        if (text.charAt(end) != '.') {
            return end;
        }
        end++;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        if (end == DATE_TIME_LENGTH + 1 || end == text.length()) {
            throw malformed();
        }
        return end;
    }

    private static int nanos(String text, int end) {
        int nanos = 0;
        for (int i = 0; i < NANO_DIGITS; i++) {
            int at = DATE_TIME_LENGTH + 1 + i;
            nanos = 10 * nanos + (at < end ? digit(text, at) : 0);
        }
        return nanos;
    }

    private static int offsetSeconds(String text, int zone) {
        char sign = text.charAt(zone);
        if (isZulu(sign) && text.length() == zone + 1) {
            return 0;
        }
        if ((sign != '+' && sign != '-') || text.length() != zone + OFFSET_LENGTH) {
            throw malformed();
        }
        int hours = number(text, zone + 1, 2);
        int minutes = number(behind(text, zone + 3, ':'), zone + 4, 2);
        if (hours > OFFSET_HOURS_MAX || minutes > MINUTES_MAX) {
            throw malformed();
        }
        int seconds = 3_600 * hours + 60 * minutes;
        return sign == '-' ? -seconds : seconds;
    }

    private static boolean isZulu(char character) {
        return character == 'Z' || character == 'z';
    }

    private static DateTimeException malformed() {
        return new DateTimeException("no time of RFC 3339");
    }
}
