package io.dorsal.coverage.render;

import io.dorsal.model.Rational;
import io.dorsal.model.presentation.NumberText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and words as they stand on paper; figures are {@link NumberText}, as on every page. */
final class Print {
    static final String NONE = NumberText.NONE;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.ENGLISH);

    /**
     * Longer than an abbreviation, or with an underscore. The reference of a paper is none: it stands behind a comma, and
     * no further word of a list follows it.
     */
    private static final Pattern WIRE_WORD =
            Pattern.compile("(?:(?<!, )|(?=[A-Z_]+(?:, [A-Z]| or )))\\b(?:[A-Z]{6,}|[A-Z]+(?:_[A-Z]+)+)\\b(?!-)");

    private static final Pattern ABBREVIATION = Pattern.compile("\\b(npp|odi|utn)\\b");

    private Print() {}

    /** Hours with one decimal. */
    static String hours(Duration length) {
        return NumberText.rounded(Rational.of(length.toMillis(), 3_600_000), 1);
    }

    static String date(@Nullable LocalDate date) {
        return date == null ? NONE : DATE.format(date);
    }

    static String day(LocalDate date) {
        return SHORT.format(date);
    }

    static String minute(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? NONE : MINUTE.format(instant.atZone(zone));
    }

    static String span(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null
                ? "no date"
                : to == null ? date(from) + " on" : from.equals(to) ? date(from) : date(from) + " – " + date(to);
    }

    /** {@code PHYSICAL_THERAPY} as "physical therapy", and what stands for a name in capitals. */
    static String words(String constant) {
        String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return ABBREVIATION.matcher(words).replaceAll(match -> match.group().toUpperCase(Locale.ROOT));
    }

    /**
     * A sentence of a determination, with the words of the wire in it as words: {@code NOT_EVALUABLE (NOT_STARTED)} as
     * "not evaluable (not started)". The determination itself keeps them: what is signed is computed again.
     */
    static String said(String text) {
        return WIRE_WORD.matcher(text).replaceAll(word -> words(word.group()));
    }

    /** With a capital. */
    static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
