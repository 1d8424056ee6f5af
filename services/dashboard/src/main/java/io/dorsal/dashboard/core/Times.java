package io.dorsal.dashboard.core;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as a page says them, always in the trial's zone and with its abbreviation. */
public final class Times {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private Times() {}

    /** Such as {@code 9 Mar 2026, 10:00 EDT}. */
    public static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** Midnight as the end of the day before, such as {@code the end of Mon 9 Mar 2026, EDT}; else the minute. */
    public static String deadline(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? "the end of %s, %s".formatted(date(local.toLocalDate().minusDays(1)), ZONE.format(local))
                : minute(instant, zone);
    }

    /** Such as {@code Mon 9 Mar 2026}. */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** Such as {@code 9 Mar 2026}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** Such as {@code 9 Mar}. */
    public static String shortDate(LocalDate date) {
        return SHORT.format(date);
    }

    /** What a date-time field of a form holds: local, to the minute. */
    public static String field(Instant instant, ZoneId zone) {
        return FIELD.format(instant.atZone(zone));
    }

    /**
     * Reads what a date-time field sends, local to {@code zone} (the earlier of the two in autumn's repeated hour), or
     * an RFC 3339 time with offset.
     *
     * @throws Malformed when it is neither
     */
    public static Instant parse(String text, ZoneId zone) {
        try {
            return text.length() <= "2026-03-09T10:00:00".length()
                    ? LocalDateTime.parse(text).atZone(zone).toInstant()
                    : Rfc3339.parse(text);
        } catch (DateTimeException e) {
            throw new Malformed(
                    Reason.WRONG_TYPE,
                    "asOf",
                    "a time such as 2026-03-09T10:00 (in the trial's zone) or with an offset");
        }
    }
}
