package io.dorsal.coverage.core.figures;

import io.dorsal.model.figures.FigureName;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How one figure counts.
 *
 * @param definition of what it counts, and how
 * @param within whose cases, or those of some of its parts, these are; null when they are of no other figure
 * @param belongs whether a case is counted
 * @param split the part that a counted case is in; null when all are in one
 * @param ratio null unless the figure is one of sums
 * @param days null unless the figure is a spread of days; null of a case that has none
 */
record FigureRule(
        FigureName name,
        String definition,
        @Nullable Within within,
        Predicate<Case> belongs,
        @Nullable Split split,
        @Nullable SumRatio ratio,
        @Nullable Function<Case, @Nullable Integer> days) {
    /** The part of a figure without parts. */
    static final String ALL_IN_ONE = "";

    /** @param parts of the other figure; empty for all of them */
    record Within(FigureName figure, Set<String> parts) {}

    /**
     * @param parts in the order in which they are shown, also when empty; others follow when there are any
     * @param shares of a part in some of the parts
     */
    record Split(Function<Case, String> part, List<String> parts, List<Share> shares) {}

    /** The cases of some parts among those of these and others. */
    record Share(String name, Set<String> numerator, Set<String> denominator) {}

    /** What there is among what is due, over all cases. */
    record SumRatio(String name, Function<Case, Ratio> of) {}

    static FigureRule counting(FigureName name, Predicate<Case> belongs, String definition) {
        return new FigureRule(name, definition, null, belongs, null, null, null);
    }

    FigureRule within(FigureName figure, String... parts) {
        return new FigureRule(name, definition, new Within(figure, Set.of(parts)), belongs, split, ratio, days);
    }

    FigureRule by(Function<Case, String> part, List<String> parts, Share... shares) {
        return new FigureRule(name, definition, within, belongs, new Split(part, parts, List.of(shares)), ratio, days);
    }

    FigureRule summing(String ratioName, Function<Case, Ratio> of) {
        return new FigureRule(name, definition, within, belongs, split, new SumRatio(ratioName, of), days);
    }

    FigureRule spreading(Function<Case, @Nullable Integer> of) {
        return new FigureRule(name, definition, within, belongs, split, ratio, of);
    }

    boolean counts(Case one) {
        return belongs.test(one);
    }

    String partOf(Case one) {
        return split == null ? ALL_IN_ONE : split.part().apply(one);
    }

    /** Whether its number says anything of this case: a sum says nothing of one to which nothing is due. */
    boolean isTold(Case one) {
        return ratio == null || ratioOf(one).due() > 0;
    }

    Ratio ratioOf(Case one) {
        return ratio == null ? Ratio.NONE : ratio.of().apply(one);
    }

    OptionalInt daysOf(Case one) {
        Integer value = days == null ? null : days.apply(one);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
