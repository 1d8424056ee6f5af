package io.dorsal.coverage.core;

import io.dorsal.model.Rational;
import java.util.List;
import java.util.stream.Stream;

/**
 * The closed set of forms that a criterion can take. A policy file spells each as plain YAML; adding a form means adding
 * it here, and the compiler then names every place that must know it.
 */
public sealed interface Rule {

    /** A form that reads facts itself. */
    sealed interface Leaf extends Rule {}

    /** A number within bounds, all of them. */
    record Threshold(FactName fact, List<Bound> bounds) implements Leaf {}

    record Bound(Comparison comparison, Rational value) {}

    /** {@code AT_LEAST} and {@code AT_MOST} include the bound; {@code ABOVE} does not. */
    enum Comparison {
        AT_LEAST("at least"),
        AT_MOST("at most"),
        ABOVE("above");

        private final String phrase;

        Comparison(String phrase) {
            this.phrase = phrase;
        }

        String phrase() {
            return phrase;
        }

        boolean holds(Rational value, Rational bound) {
            return switch (this) {
                case AT_LEAST -> bound.isAtMost(value);
                case AT_MOST -> value.isAtMost(bound);
                case ABOVE -> bound.isBelow(value);
            };
        }
    }

    /** @param codes each a whole code, or the beginning of one followed by {@code *} */
    record Coded(FactName fact, Membership membership, List<String> codes) implements Leaf {}

    /** How the codes of a fact relate to a list. */
    enum Membership {
        /** Every code is on the list. */
        IN("one of"),
        /** No code is on the list. */
        NOT_IN("none of"),
        /** At least one code is not on the list. */
        NOT_ONLY("not only");

        private final String phrase;

        Membership(String phrase) {
            this.phrase = phrase;
        }

        String phrase() {
            return phrase;
        }
    }

    /**
     * A document of that kind, by one of the authors if any are named. The latest one counts.
     *
     * @param findings what it must say; when empty, its being there is enough unless it says NOT_CONFIRMED
     */
    record Documented(DocumentKind kind, List<Finding> findings, List<Author> authors) implements Leaf {}

    /** At least one earlier treatment of that kind that went so. Never a "no": another may be missing from the list. */
    record Treated(TreatmentKind kind, List<TreatmentResult> results) implements Leaf {}

    /** A treatment of that kind is listed. Takes the list as whole, so that it only stands in a condition. */
    record Listed(TreatmentKind kind) implements Leaf {}

    /** The fact is known, whatever its value. */
    record Given(FactName fact) implements Leaf {}

    record AllOf(List<Rule> of) implements Rule {}

    record AnyOf(List<Rule> of) implements Rule {}

    /** @param count at most the number of members; members that do not apply drop out, and never make it unreachable */
    record NOf(int count, List<Rule> of) implements Rule {}

    /** A precondition: when it is false, the rule does not apply. */
    record OnlyWhen(Rule condition, Rule then) implements Rule {}

    /** The forms that read facts, in the order in which they are written. */
    default Stream<Leaf> leaves() {
        return switch (this) {
            case Leaf leaf -> Stream.of(leaf);
            case AllOf all -> all.of().stream().flatMap(Rule::leaves);
            case AnyOf any -> any.of().stream().flatMap(Rule::leaves);
            case NOf some -> some.of().stream().flatMap(Rule::leaves);
            case OnlyWhen when ->
                Stream.concat(when.condition().leaves(), when.then().leaves());
        };
    }
}
