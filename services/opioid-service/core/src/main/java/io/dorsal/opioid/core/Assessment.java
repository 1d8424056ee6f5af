package io.dorsal.opioid.core;

import io.dorsal.model.Rational;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import io.dorsal.model.outcome.OpioidOutcome.DayDrug;
import io.dorsal.model.outcome.OpioidReason;
import io.dorsal.model.window.Windows;
import io.dorsal.opioid.core.Conversion.Unconverted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Facts to outcome: definition {@code opioid/1}. Depends on nothing but its arguments, so a replay, another machine and
 * the offline verifier come to the same outcome.
 */
public final class Assessment {
    static final String DEFINITION = "opioid/1";

    private final StatedFacts facts;
    private final Instant asOf;
    private final Conversions conversions;
    private final Rules rules;

    private Assessment(StatedFacts facts, Instant asOf, Conversions conversions, Rules rules) {
        this.facts = facts;
        this.asOf = asOf;
        this.conversions = conversions;
        this.rules = rules;
    }

    /** The outcome of the facts dated up to {@code asOf}, under the factor set of {@code conversions}. */
    public static OpioidOutcome assess(StatedFacts facts, Instant asOf, Conversions conversions, Rules rules) {
        return new Assessment(facts, asOf, conversions, rules).outcome();
    }

    /**
     * The newest instant among the facts; 1970 if none is. The as-of of the published outcome, so that a replay
     * publishes the same bytes.
     */
    public static Instant newestFact(StatedFacts facts, Rules rules) {
        return facts.newest(rules.aheadMin());
    }

    private OpioidOutcome outcome() {
        Windows windows = Windows.of(facts.trial(), asOf, rules.windows());
        if (windows == null) {
            return outcome(false, OpioidReason.NOT_STARTED, MmeSeries.none(), MmeSeries.none(), List.of());
        }
        Intakes intakes = Intakes.of(facts, windows, asOf, conversions);
        LocalDate trialTo = windows.trialTo(intakes.days()::containsKey);
        NavigableMap<LocalDate, MmeDay> prescription =
                Prescription.of(facts.trial().regimen(), windows.allDates(), conversions);
        MmeSeries taken = new MmeSeries(intakes.days(), windows, trialTo);
        MmeSeries prescribed = new MmeSeries(prescription, windows, trialTo);
        return outcome(
                windows.ended(),
                windows.started() ? MmeChange.missing(taken.totals(), rules.windows()) : OpioidReason.NOT_STARTED,
                taken.shown(rules),
                prescribed.shown(rules),
                windows.allDates().stream()
                        .map(date -> day(date, windows, trialTo, intakes, prescription.get(date)))
                        .toList());
    }

    private OpioidOutcome outcome(
            boolean ended,
            @Nullable OpioidReason reason,
            OpioidOutcome.Series taken,
            OpioidOutcome.Series prescribed,
            List<Day> days) {
        return new OpioidOutcome(
                facts.trial().trial(),
                rules.named(DEFINITION),
                conversions.factors().id(),
                conversions.drugs().edition(),
                asOf,
                ended,
                MmeChange.statusFor(reason),
                reason,
                taken,
                prescribed,
                days,
                facts.digest(asOf).hex());
    }

    private static Day day(
            LocalDate date, Windows windows, LocalDate trialTo, Intakes intakes, @Nullable MmeDay prescribed) {
        MmeDay taken = intakes.days().get(date);
        Rational prescribedMme = prescribed == null ? null : prescribed.total();
        return new Day(
                date,
                windows.windowOf(date, trialTo),
                taken != null,
                taken == null ? null : taken.total(),
                taken != null && taken.isPartial(),
                intakes.contradicted().contains(date),
                taken == null ? List.of() : byDrug(taken),
                taken == null
                        ? List.of()
                        : taken.unconverted().stream()
                                .map(Unconverted::rxcui)
                                .distinct()
                                .toList(),
                prescribedMme);
    }

    private static List<DayDrug> byDrug(MmeDay day) {
        return day.byOpioid().entrySet().stream()
                .map(part -> new DayDrug(part.getKey().rxcui(), part.getKey().name(), part.getValue()))
                .toList();
    }
}
