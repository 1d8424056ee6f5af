package io.dorsal.dashboard.core;

import io.dorsal.model.LocalDays;
import io.dorsal.model.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a trial stands in its calendar at {@code now}. Day 1 is the first full local date after placement; the last is
 * the local date before lead removal.
 */
public record TrialCalendar(Trial trial, Instant now) {
    /** Null while the lead is not placed, on the placement date, and when the lead is out. */
    public @Nullable Long dayNumber() {
        Instant placed = trial.leadPlacedAt();
        if (placed == null || trial.leadRemovedAt() != null) {
            return null;
        }
        LocalDays days = trial.days();
        long number = ChronoUnit.DAYS.between(days.dateOf(placed), days.dateOf(now));
        return number < 1 ? null : number;
    }

    /** Null when placement or end is not known. */
    public @Nullable Long dayCount() {
        Instant placed = trial.leadPlacedAt();
        Instant end = trial.endsAt();
        if (placed == null || end == null) {
            return null;
        }
        LocalDate first = trial.days().dateOf(placed);
        return Math.max(0, ChronoUnit.DAYS.between(first, trial.days().dateOf(end)) - 1);
    }

    /** Until the planned removal, negative when that has passed; null when nothing is planned or the lead is out. */
    public @Nullable Duration toRemoval() {
        Instant planned = trial.plannedRemovalAt();
        return planned == null || trial.leadRemovedAt() != null ? null : Duration.between(now, planned);
    }
}
