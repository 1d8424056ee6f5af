package io.dorsal.dashboard.core.coverage;

import io.dorsal.model.outcome.CollectionLimit;
import io.dorsal.model.outcome.CoverageDetermination.ReadFact;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.CriterionKind;
import io.dorsal.model.outcome.CriterionResult;
import io.dorsal.model.outcome.NoCoverageResult;
import io.dorsal.model.outcome.SourceStatus;
import io.dorsal.model.outcome.Supplier;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each word of a determination as a page says it. None of them is an approval: the payer decides. */
public final class CoverageWords {
    /** Shown with whatever rests on a summary. */
    public static final String CHECK = "check against the payer\u2019s current document";

    private static final Set<String> ABBREVIATIONS = Set.of("npp", "odi", "utn");

    /**
     * Longer than an abbreviation, or with an underscore. The reference of a paper is none: it stands behind a comma, and
     * no further word of a list follows it.
     */
    private static final Pattern WIRE_WORD =
            Pattern.compile("(?:(?<!, )|(?=[A-Z_]+(?:, [A-Z]| or )))\\b(?:[A-Z]{6,}|[A-Z]+(?:_[A-Z]+)+)\\b(?!-)");

    private CoverageWords() {}

    public static String result(CoverageResult result) {
        return switch (result) {
            case SUPPORTED -> "Supported";
            case NOT_SUPPORTED -> "Not supported";
            case INCOMPLETE -> "Incomplete";
        };
    }

    /** What the result means for whoever reads it the first time. */
    static String meaning(CoverageResult result) {
        return switch (result) {
            case SUPPORTED -> "Every criterion that applies is met on these facts. The payer decides.";
            case NOT_SUPPORTED -> "At least one criterion is not met on these facts. The payer decides.";
            case INCOMPLETE -> "No criterion speaks against it, and at least one waits for something missing.";
        };
    }

    static String none(NoCoverageResult reason) {
        return switch (reason) {
            case NO_SUCH_POLICY -> "No such policy";
            case NONE_IN_FORCE -> "None in force";
            case DOES_NOT_APPLY -> "Does not apply";
        };
    }

    static String meaning(NoCoverageResult reason) {
        return switch (reason) {
            case NO_SUCH_POLICY -> "No policy of that name is known here.";
            case NONE_IN_FORCE -> "No version of this policy is in force on the date of service.";
            case DOES_NOT_APPLY -> "This policy is about another therapy, procedure or place.";
        };
    }

    /** Names the sign beside a result: its form tells them apart, never its colour alone. */
    public static String sign(@Nullable CoverageResult result) {
        return result == null
                ? "absent"
                : result.word().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String result(CriterionResult result) {
        return switch (result) {
            case MET -> "Met";
            case NOT_MET -> "Not met";
            case NOT_DETERMINABLE -> "Fact missing";
            case ATTESTATION_REQUIRED -> "Document missing";
            case NOT_APPLICABLE -> "Does not apply";
        };
    }

    static String sign(CriterionResult result) {
        return switch (result) {
            case MET -> sign(CoverageResult.SUPPORTED);
            case NOT_MET -> sign(CoverageResult.NOT_SUPPORTED);
            case NOT_DETERMINABLE, ATTESTATION_REQUIRED -> sign(CoverageResult.INCOMPLETE);
            case NOT_APPLICABLE -> sign((CoverageResult) null);
        };
    }

    public static String kind(CriterionKind kind) {
        return switch (kind) {
            case COMPUTED -> "computed";
            case DOCUMENT -> "by document";
            case CODE -> "by code";
        };
    }

    /** Empty where the text itself was read. */
    public static String source(SourceStatus status) {
        return switch (status) {
            case PRIMARY -> "";
            case SECONDARY -> CHECK;
        };
    }

    public static String supplier(Supplier supplier) {
        return switch (supplier) {
            case PATIENT -> "Patient";
            case CLINIC -> "Clinic";
            case CLINICIAN -> "Clinician";
            case BEHAVIORAL_HEALTH -> "Behavioral health";
            case FACILITY -> "Facility";
            case PAYER -> "Payer";
            case DEVICE -> "Device";
        };
    }

    /** Such as {@code the patient}. */
    public static String inSentence(Supplier supplier) {
        return supplier == Supplier.BEHAVIORAL_HEALTH
                ? "behavioral health"
                : "the " + supplier(supplier).toLowerCase(Locale.ROOT);
    }

    static String limit(CollectionLimit limit) {
        return switch (limit) {
            case UNTIL -> "Until";
            case PLACEMENT -> "Before the lead is placed";
            case LEAD_REMOVAL -> "Before the lead comes out";
            case BEFORE_IMPLANT -> "Before the permanent implant";
            case NO_LIMIT -> "At any time";
            case TOO_LATE -> "Too late to collect";
        };
    }

    /** The name of a fact, document or treatment: {@code painRelief} becomes {@code Pain relief}. */
    public static String name(String word) {
        String words = Stream.of(word.replaceAll("(?<=[a-z])(?=[A-Z])", " ").split("[ _-]+"))
                .map(part -> part.toLowerCase(Locale.ROOT))
                .map(part -> ABBREVIATIONS.contains(part) ? part.toUpperCase(Locale.ROOT) : part)
                .collect(Collectors.joining(" "));
        return upperFirst(words);
    }

    /** An explanation with the names of its facts as a page says them; references of papers stay as they are. */
    static String plain(String explanation, List<ReadFact> facts) {
        String text = explanation;
        for (ReadFact fact : facts) {
            String is = fact.name() + " is ";
            String spoken = name(fact.name()) + " is ";
            text = text.startsWith(is)
                    ? spoken + text.substring(is.length())
                    : text.replace(" " + is, " " + lowerFirst(spoken));
        }
        return sentence(text);
    }

    /** With the words of the wire as words: {@code NOT_EVALUABLE (NOT_STARTED)} becomes {@code not evaluable (not started)}. */
    static String said(String text) {
        return WIRE_WORD.matcher(text).replaceAll(word -> lowerFirst(name(word.group())));
    }

    static String sentence(String text) {
        return upperFirst(said(text));
    }

    /** Only the first letter; an abbreviation stays one. */
    static String lowerFirst(String text) {
        return Character.isUpperCase(text.charAt(1))
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    static String upperFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
