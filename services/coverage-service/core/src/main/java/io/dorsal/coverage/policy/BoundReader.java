package io.dorsal.coverage.policy;

import io.dorsal.coverage.core.FactName;
import io.dorsal.coverage.core.FactType;
import io.dorsal.coverage.core.Rule;
import io.dorsal.coverage.core.Rule.Bound;
import io.dorsal.coverage.core.Rule.Comparison;
import io.dorsal.model.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bounds of a number, each with its unit: {@code atLeast: 50 percent}. */
final class BoundReader {
    private static final Pattern BOUND = Pattern.compile("(-?[0-9]{1,9}(?:\\.[0-9]{1,9})?) ([a-z]+)");

    private final Section section;

    BoundReader(Section section) {
        this.section = section;
    }

    Rule threshold(FactName fact, FactType.Quantity type) {
        List<Bound> bounds = new ArrayList<>();
        take("atLeast", Comparison.AT_LEAST, type, bounds);
        take("above", Comparison.ABOVE, type, bounds);
        take("atMost", Comparison.AT_MOST, type, bounds);
        if (bounds.isEmpty() || section.has("in") || section.has("notIn") || section.has("notOnly")) {
            section.mistakes()
                    .add(
                            section.at(),
                            "%s is a number; expected atLeast, atMost or above, such as 'atLeast: 50 %s'"
                                    .formatted(fact.word(), type.unit().word()));
        }
        if (type.lowerBound() && section.has("atMost")) {
            section.mistakes()
                    .add(
                            section.where("atMost"),
                            "%s is what is on file, and more may be true; expected atLeast or above"
                                    .formatted(fact.word()));
        }
        return new Rule.Threshold(fact, bounds);
    }

    private void take(String key, Comparison comparison, FactType.Quantity type, List<Bound> bounds) {
        if (!section.has(key)) {
            return;
        }
        String text = section.text(key);
        Matcher matcher = BOUND.matcher(text);
        String unit = type.unit().word();
        if (!matcher.matches() || !matcher.group(2).equals(unit)) {
            section.mistakes()
                    .add(
                            section.where(key),
                            "'%s' must be a number of %s, such as '50 %s', got '%s'".formatted(key, unit, unit, text));
        }
        // The stand-in after a mistake.
        Rational value = matcher.matches() ? Rational.of(new BigDecimal(matcher.group(1))) : Rational.ZERO;
        bounds.add(new Bound(comparison, value));
    }
}
