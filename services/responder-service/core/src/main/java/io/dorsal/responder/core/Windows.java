package io.dorsal.responder.core;

import io.dorsal.model.LocalDays;
import io.dorsal.model.Span;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The local dates that placement and removal of the lead mark out, seen at an instant. A placement or removal after
 * that instant has not happened yet.
 *
 * @param started the lead was in
 * @param ended the lead was out again
 * @param placement never counts, nor does the date of removal
 * @param lastElapsed the date before removal; while the trial runs the as-of date
 * @param lastPlanned the date before the planned removal; null when the trial is over or nothing is planned
 * @param end of collecting: removal, or planned removal; null when neither is known
 */
record Windows(
        LocalDays days,
        Instant placedAt,
        boolean started,
        boolean ended,
        LocalDate asOfDate,
        LocalDate placement,
        LocalDate baselineFrom,
        LocalDate lastElapsed,
        @Nullable LocalDate lastPlanned,
        @Nullable Instant end) {

    /** Null until a placement is known. */
    static @Nullable Windows of(Trial trial, Instant asOf, Rules.Diary rules) {
        Instant placedAt = trial.leadPlacedAt();
        if (placedAt == null) {
            return null;
        }
        LocalDays days = trial.days();
        LocalDate placement = days.dateOf(placedAt);
        LocalDate bound = placement.plusDays(rules.trialDaysMax());
        LocalDate asOfDate = days.dateOf(asOf);
        Instant removedAt = trial.leadRemovedAt();
        boolean ended = removedAt != null && !removedAt.isAfter(asOf);
        Instant end = ended ? removedAt : trial.plannedRemovalAt();
        LocalDate lastWanted = end == null ? null : earlier(days.dateOf(end).minusDays(1), bound);
        return new Windows(
                days,
                placedAt,
                !placedAt.isAfter(asOf),
                ended,
                asOfDate,
                placement,
                placement.minusDays(rules.baselineDays()),
                ended && lastWanted != null ? lastWanted : earlier(asOfDate, bound),
                ended ? null : lastWanted,
                end);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    LocalDate baselineTo() {
        return placement.minusDays(1);
    }

    /** The last baseline date that is not still to come. */
    LocalDate lastBaselineElapsed() {
        return earlier(baselineTo(), asOfDate);
    }

    LocalDate trialFrom() {
        return placement.plusDays(1);
    }

    /** The last date that counts: while the trial runs the as-of date only counts if it was answered. */
    LocalDate trialTo(PainDiary diary) {
        boolean open = !ended && lastElapsed.equals(asOfDate);
        return open && !diary.isAnswered(asOfDate) ? asOfDate.minusDays(1) : lastElapsed;
    }

    /** The first of the last few trial days. */
    LocalDate lastDaysFrom(LocalDate trialTo, int lastDays) {
        LocalDate from = trialTo.minusDays(lastDays - 1L);
        return from.isBefore(trialFrom()) ? trialFrom() : from;
    }

    /** True in the baseline window and on the trial days so far, be they answered or not. */
    boolean isMeasured(Instant at) {
        LocalDate date = days.dateOf(at);
        return !date.isBefore(baselineFrom) && !date.equals(placement) && !date.isAfter(lastElapsed);
    }

    boolean isLeadIn(Instant at) {
        boolean out = ended && end != null && !at.isBefore(end);
        return started && !at.isBefore(placedAt) && !out;
    }

    /** From the first baseline date to the last that the trial touches or is planned to touch. */
    List<LocalDate> allDates() {
        LocalDate last = ended ? lastElapsed.plusDays(1) : started ? lastElapsed : placement;
        if (lastPlanned != null && lastPlanned.isAfter(last)) {
            last = lastPlanned;
        }
        return baselineFrom.datesUntil(last.plusDays(1)).toList();
    }

    DayWindow windowOf(LocalDate date, LocalDate trialTo) {
        if (date.isBefore(baselineFrom)) {
            return DayWindow.BEFORE;
        }
        if (date.isAfter(asOfDate)) {
            return DayWindow.PLANNED;
        }
        if (date.isBefore(placement)) {
            return DayWindow.BASELINE;
        }
        if (date.equals(placement)) {
            return DayWindow.PLACEMENT;
        }
        if (!date.isAfter(trialTo)) {
            return DayWindow.TRIAL;
        }
        return ended ? DayWindow.AFTER : DayWindow.PLANNED;
    }

    /** When a diary entry for a trial date can still be made: until the date or the trial is over. */
    Instant collectableUntil(LocalDate date) {
        Span day = days.spanOf(date);
        return end != null && end.isBefore(day.to()) ? end : day.to();
    }
}
