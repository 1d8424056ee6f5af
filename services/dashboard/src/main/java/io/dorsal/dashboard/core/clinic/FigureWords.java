package io.dorsal.dashboard.core.clinic;

import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.Dimension;
import io.dorsal.model.figures.FigureName;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Each word of a figure as a page says it. */
final class FigureWords {
    private static final Set<FigureName> ANSWERS = EnumSet.of(FigureName.PAYER_ANSWERS, FigureName.TURNAROUND);
    private static final Set<FigureName> DENIALS = EnumSet.of(FigureName.DENIAL_REASONS, FigureName.DISPUTED_CRITERIA);

    /** Longer than an abbreviation such as MME. */
    private static final Pattern WIRE_WORD = Pattern.compile("\\b[A-Z]{4,}(?:_[A-Z]+)*\\b|\\b[A-Z]+(?:_[A-Z]+)+\\b");

    private FigureWords() {}

    static String heading(FigureName name) {
        return switch (name) {
            case TRIALS_PLANNED -> "Planned trials";
            case TRIALS_RUNNING -> "Running trials";
            case TRIALS_ENDED -> "Ended trials";
            case OUTCOMES -> "Outcome of ended trials";
            case OUTCOMES_SO_FAR -> "Outcome of running trials, so far";
            case DECISIONS -> "Trial to permanent implant, as decided";
            case DAYS_TO_DECISION -> "Days from lead removal to decision";
            case DIARY -> "Diary completeness";
            case DEVICE -> "Device completeness";
            case DOCUMENTS -> "Documents ready at lead removal";
            case OPIOID_TIERS -> "Opioids, tier at baseline and on trial";
            case PAYER_ANSWERS -> "Payers' answers";
            case DENIAL_REASONS -> "Denials by reason";
            case DISPUTED_CRITERIA -> "Denials by disputed criterion";
            case TURNAROUND -> "Payers' turnaround";
        };
    }

    /** What one case of the figure is, after a number. */
    static String cases(FigureName name, long count) {
        String one = ANSWERS.contains(name) ? "answer" : DENIALS.contains(name) ? "denial" : "trial";
        return count == 1 ? one : one + "s";
    }

    static String dimension(Dimension by) {
        return switch (by) {
            case THERAPY -> "Therapy";
            case WAVEFORM -> "Waveform";
            case INDICATION -> "Indication";
            case PAYER -> "Payer";
        };
    }

    /**
     * A part or a rate: the words of Dorsal's own vocabulary read as a sentence does; what a payer or a factor set calls
     * itself stays as it is.
     */
    static String label(FigureName name, String word) {
        if (word.equals(ClinicFigures.NOT_LISTED)) {
            return group(word);
        }
        if (name == FigureName.OPIOID_TIERS && word.contains(":")) {
            return tiers(word);
        }
        boolean own = word.equals(word.toUpperCase(Locale.ROOT)) && !word.startsWith("(");
        return DENIALS.contains(name) && !own ? word : sentence(word);
    }

    static String group(String label) {
        return label.equals(ClinicFigures.NOT_LISTED) ? "Not listed, together" : label;
    }

    /** The text of a definition with the words of its parts as {@link #label} says them. */
    static String definition(String text) {
        String told = text.replace(" -> ", " to ");
        return WIRE_WORD.matcher(told).replaceAll(word -> {
            String said = word.group().toLowerCase(Locale.ROOT).replace('_', ' ');
            boolean begins = word.start() == 0 || told.startsWith(". ", word.start() - 2);
            return begins ? sentenceOf(said) : said;
        });
    }

    private static String sentenceOf(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String tiers(String word) {
        return word.replace(" -> ", " to ").replace('_', ' ');
    }

    private static String sentence(String word) {
        String words = word.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return sentenceOf(words);
    }
}
