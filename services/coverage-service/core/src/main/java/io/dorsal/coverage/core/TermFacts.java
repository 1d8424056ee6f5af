package io.dorsal.coverage.core;

import io.dorsal.coverage.core.Fact.Absent;
import io.dorsal.coverage.core.Fact.Known;
import io.dorsal.coverage.core.FactValue.Codes;
import io.dorsal.model.Rational;
import io.dorsal.model.trial.CoverageTerms;
import io.dorsal.model.trial.Trial;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts that the trial document states outright. They carry no date of their own, so they count at any as-of. */
final class TermFacts {
    private static final String SOURCE = "trial document, version ";

    private TermFacts() {}

    static Map<FactName, Fact> of(Trial trial, LocalDate dateOfService) {
        String source = SOURCE + trial.version();
        CoverageTerms terms = trial.coverage();
        Map<FactName, Fact> facts = new EnumMap<>(FactName.class);
        facts.put(FactName.THERAPY, code(trial.therapy().word(), source));
        facts.put(FactName.INDICATION, code(trial.indication(), source));
        facts.put(FactName.PROCEDURE, code(terms.procedure(), source));
        facts.put(FactName.PLACE_OF_SERVICE, code(terms.placeOfService(), source));
        facts.put(FactName.STATE, code(terms.state(), source));
        facts.put(FactName.UTN, code(terms.utn(), source));
        facts.put(FactName.PAIN_DURATION, painDuration(terms.painSince(), dateOfService, source));
        return facts;
    }

    private static Fact code(@Nullable String code, String source) {
        return code == null || code.isBlank()
                ? new Absent("not in the trial document")
                : new Known(Codes.of(code.strip().toUpperCase(Locale.ROOT)), source);
    }

    /** A month is over on its day of the month, or on the last day of a shorter month. */
    private static Fact painDuration(@Nullable LocalDate since, LocalDate dateOfService, String source) {
        if (since == null) {
            return new Absent("the trial document does not say since when");
        }
        if (since.isAfter(dateOfService)) {
            return new Absent("the onset %s lies after the date of service %s".formatted(since, dateOfService));
        }
        long months = wholeMonths(since, dateOfService);
        return new Known(
                new FactValue.Amount(Rational.of(months)), "%s: %s to %s".formatted(source, since, dateOfService));
    }

    static long wholeMonths(LocalDate from, LocalDate to) {
        return Period.between(from, to).toTotalMonths();
    }
}
