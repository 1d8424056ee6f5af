package io.dorsal.coverage.core;

import io.dorsal.coverage.core.Fact.Absent;
import io.dorsal.coverage.core.Fact.Known;
import io.dorsal.coverage.core.FactValue.Amount;
import io.dorsal.coverage.core.FactValue.Codes;
import io.dorsal.model.LocalDays;
import io.dorsal.model.Rational;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.trial.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When the trial lead went in and came out, as of an instant: a later placement or removal has not happened yet. */
final class LeadFacts {
    private LeadFacts() {}

    static Map<FactName, Fact> of(Trial trial, Instant asOf) {
        Instant placed = upTo(asOf, trial.leadPlacedAt());
        Instant removed = upTo(asOf, trial.leadRemovedAt());
        String source = "trial document, version " + trial.version();
        TrialState state =
                placed == null ? TrialState.PLANNED : removed == null ? TrialState.RUNNING : TrialState.ENDED;
        Map<FactName, Fact> facts = new EnumMap<>(FactName.class);
        facts.put(FactName.TRIAL_STATE, new Known(Codes.of(state.word()), source));
        facts.put(FactName.PLACEMENT, placement(trial.days(), placed, source));
        facts.put(FactName.TRIAL_DAYS, length(trial.days(), placed, removed, source, false));
        facts.put(FactName.TRIAL_HOURS, length(trial.days(), placed, removed, source, true));
        return facts;
    }

    private static @Nullable Instant upTo(Instant asOf, @Nullable Instant instant) {
        return instant == null || instant.isAfter(asOf) ? null : instant;
    }

    private static Fact placement(LocalDays days, @Nullable Instant placed, String source) {
        return placed == null
                ? new Absent("the trial lead is not placed yet")
                : new Known(new FactValue.Day(days.dateOf(placed)), source);
    }

    private static Fact length(
            LocalDays days, @Nullable Instant placed, @Nullable Instant removed, String source, boolean inHours) {
        if (placed == null) {
            return new Absent("the trial lead is not placed yet");
        }
        if (removed == null) {
            return new Absent("the trial lead is still in; its removal ends the trial");
        }
        LocalDate from = days.dateOf(placed);
        LocalDate to = days.dateOf(removed);
        return inHours
                ? new Known(new Amount(hours(placed, removed)), "%s: %s to %s".formatted(source, placed, removed))
                : new Known(
                        new Amount(Rational.of(ChronoUnit.DAYS.between(from, to))),
                        "%s: %s to %s".formatted(source, from, to));
    }

    private static Rational hours(Instant from, Instant to) {
        return Rational.of(
                Duration.between(from, to).toMillis(), Duration.ofHours(1).toMillis());
    }
}
