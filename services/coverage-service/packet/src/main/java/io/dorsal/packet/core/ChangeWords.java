package io.dorsal.packet.core;

import io.dorsal.model.Rational;
import io.dorsal.model.Word;
import io.dorsal.model.outcome.CoverageDetermination.Criterion;
import io.dorsal.model.outcome.CoverageDetermination.ReadFact;
import io.dorsal.model.outcome.CriterionResult;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.presentation.NumberText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as {@link Changes} says them. */
final class ChangeWords {
    static final String NONE = "none";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", Locale.ENGLISH);

    private ChangeWords() {}

    static String result(CriterionResult result) {
        return switch (result) {
            case MET -> "met";
            case NOT_MET -> "not met";
            case NOT_DETERMINABLE -> "fact missing";
            case ATTESTATION_REQUIRED -> "document missing";
            case NOT_APPLICABLE -> "does not apply";
        };
    }

    static String status(Status status) {
        return status == Status.NON_RESPONDER ? "non-responder" : words(status);
    }

    /** What was compared, with the names of facts as words; what is quoted from papers stays as it is. */
    static String plain(Criterion criterion) {
        String text = " " + criterion.explanation();
        for (ReadFact fact : criterion.facts()) {
            String name = words(fact.name().replaceAll("([a-z])([A-Z])", "$1 $2"));
            text = text.replace(" %s is ".formatted(fact.name()), " %s is ".formatted(name));
        }
        return text.strip();
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static String percent(@Nullable Rational compared) {
        return compared == null ? NONE : NumberText.comparedPercent(compared);
    }

    static String change(@Nullable Rational percent) {
        return percent == null ? NONE : NumberText.comparedChange(percent);
    }

    static String mean(@Nullable Rational mean) {
        return mean == null ? NONE : NumberText.mean(mean);
    }

    static String span(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null ? "no date" : to == null ? date(from) + " on" : date(from) + " to " + date(to);
    }

    static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }

    static String text(@Nullable String text) {
        return text == null ? NONE : text;
    }

    static String words(@Nullable Word word) {
        return word == null ? NONE : words(word.word());
    }

    static String words(@Nullable String word) {
        return word == null
                ? NONE
                : word.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
