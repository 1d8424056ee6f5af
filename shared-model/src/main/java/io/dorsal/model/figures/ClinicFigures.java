package io.dorsal.model.figures;

import io.dorsal.model.ClinicId;
import io.dorsal.model.Rational;
import io.dorsal.model.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a clinic's trials, as of an instant; definition {@code clinic-figures/1}. Every share names what it is
 * of.
 *
 * @param clinic null for all clinics together
 * @param from the first date of lead placement that counts; null for all
 * @param to the last one; null for all
 */
public record ClinicFigures(
        String definition,
        View view,
        @Nullable ClinicId clinic,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Instant asOf,
        List<Figure> figures) {

    /** Stands for all groups, or all parts, that are not listed, taken together. No id holds a bracket. */
    public static final String NOT_LISTED = "(not listed)";

    /** For whose eyes. */
    public enum View implements Word {
        /** Every number; it stays in the clinic. */
        CLINIC,
        /** No number of 1 to 10 patients, and none from which one follows. */
        EXPORT;

        @Override
        public String word() {
            return name();
        }
    }

    /**
     * One figure, overall and broken down.
     *
     * @param definition what is counted, of what
     * @param overall of the label {@code null}
     */
    public record Figure(
            FigureName name, String definition, Group overall, List<Breakdown> breakdowns, List<Published> published) {}

    /** The groups of one dimension; empty in an export that can tell none apart. */
    public record Breakdown(Dimension by, List<Group> groups) {}

    /**
     * One group's numbers.
     *
     * @param count how many trials, or answers of payers, it has; the denominator of its parts; null when suppressed
     * @param parts each of them is in exactly one, so that they add up to {@code count}
     * @param spread null for a figure of none, and when it has no trial
     */
    public record Group(
            @Nullable String label,
            @Nullable Long count,
            List<Part> parts,
            List<Rate> rates,
            @Nullable Spread spread) {}

    /** How many of a group are so. */
    public record Part(String label, long count) {}

    /** A share of something else than all of the group, such as of the due days; of nothing it is none, not zero. */
    public record Rate(String name, long numerator, long denominator) {}

    /** Median and quartiles of days, by linear interpolation between the two nearest (Hyndman and Fan's type 7). */
    public record Spread(long count, Rational lowerQuartile, Rational median, Rational upperQuartile) {}
}
