package io.dorsal.model.window;

import io.dorsal.model.LocalDays;
import io.dorsal.model.Span;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The local dates that placement and removal of the lead mark out, seen at an instant; none that the zone skipped. A placement or removal after
 * that instant has not happened yet. Made by {@link #of} only.
 */
public final class Windows {
    private final LocalDays days;
    private final WindowRules rules;
    private final Instant placedAt;
    private final Instant asOf;
    private final LocalDate placement;
    private final LocalDate baselineFrom;
    private final LocalDate trialFrom;
    private final boolean ended;
    private final LocalDate lastElapsed;
    private final @Nullable LocalDate lastPlanned;
    private final @Nullable Instant end;

    private Windows(Trial trial, Instant placedAt, Instant asOf, WindowRules rules) {
        this.days = trial.days();
        this.rules = rules;
        this.placedAt = placedAt;
        this.asOf = asOf;
        this.placement = days.dateOf(placedAt);
        this.baselineFrom = days.plus(placement, -rules.baselineDays());
        this.trialFrom = days.plus(placement, 1);
        Instant removedAt = trial.leadRemovedAt();
        this.ended = removedAt != null && !removedAt.isAfter(asOf);
        this.end = ended ? removedAt : trial.plannedRemovalAt();
        LocalDate bound = days.plus(placement, rules.trialDaysMax());
        LocalDate lastWanted = end == null ? null : earlier(days.plus(days.dateOf(end), -1), bound);
        this.lastElapsed = ended && lastWanted != null ? lastWanted : earlier(days.dateOf(asOf), bound);
        this.lastPlanned = ended ? null : lastWanted;
    }

    /** Null until a placement is known. */
    public static @Nullable Windows of(Trial trial, Instant asOf, WindowRules rules) {
        Instant placedAt = trial.leadPlacedAt();
        return placedAt == null ? null : new Windows(trial, placedAt, asOf, rules);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    public LocalDays days() {
        return days;
    }

    public Instant placedAt() {
        return placedAt;
    }

    public LocalDate asOfDate() {
        return days.dateOf(asOf);
    }

    /** The lead was in. */
    public boolean started() {
        return !placedAt.isAfter(asOf);
    }

    /** The lead was out again. */
    public boolean ended() {
        return ended;
    }

    /** This date never counts, nor does the date of removal. */
    public LocalDate placement() {
        return placement;
    }

    public LocalDate baselineFrom() {
        return baselineFrom;
    }

    public LocalDate baselineTo() {
        return days.plus(placement, -1);
    }

    public LocalDate trialFrom() {
        return trialFrom;
    }

    /** The date before removal; while the trial runs the as-of date. */
    public LocalDate lastElapsed() {
        return lastElapsed;
    }

    /** The date before the planned removal; null when the trial is over or nothing is planned. */
    public @Nullable LocalDate lastPlanned() {
        return lastPlanned;
    }

    /** Of collecting: removal, or planned removal; null when neither is known. */
    public @Nullable Instant end() {
        return end;
    }

    /** The last date that counts: while the trial runs the as-of date only counts if it was answered. */
    public LocalDate trialTo(Predicate<LocalDate> answered) {
        LocalDate asOfDate = asOfDate();
        boolean open = !ended && lastElapsed.equals(asOfDate);
        return open && !answered.test(asOfDate) ? days.plus(asOfDate, -1) : lastElapsed;
    }

    /** The windows of a series whose own answers say whether the as-of date counts. */
    public WindowFigures over(DailyFigures figures) {
        return over(figures, trialTo(figures::isAnswered));
    }

    /** The windows up to a last trial date that another series found, so that both are over the same dates. */
    public WindowFigures over(DailyFigures figures, LocalDate trialTo) {
        DailyWindow baseline = figures.window(days, baselineFrom(), earlier(baselineTo(), asOfDate()));
        LocalDate to = started() ? trialTo : placement();
        return new WindowFigures(
                baseline,
                figures.window(days, trialFrom(), to),
                figures.window(days, lastDaysFrom(to, rules.lastDays()), to),
                figures.window(days, lastDaysFrom(to, 1), to));
    }

    private LocalDate lastDaysFrom(LocalDate trialTo, int lastDays) {
        LocalDate from = days.plus(trialTo, 1L - lastDays);
        return from.isBefore(trialFrom()) ? trialFrom() : from;
    }

    /** True in the baseline window and on the trial days so far, be they answered or not. */
    public boolean isMeasured(Instant at) {
        LocalDate date = days.dateOf(at);
        return !date.isBefore(baselineFrom()) && !date.equals(placement()) && !date.isAfter(lastElapsed);
    }

    public boolean isLeadIn(Instant at) {
        boolean out = ended && end != null && !at.isBefore(end);
        return started() && !at.isBefore(placedAt) && !out;
    }

    /** From the first baseline date to the last that the trial touches or is planned to touch. */
    public List<LocalDate> allDates() {
        LocalDate last = ended ? days.plus(lastElapsed, 1) : started() ? lastElapsed : placement();
        if (lastPlanned != null && lastPlanned.isAfter(last)) {
            last = lastPlanned;
        }
        return days.dates(baselineFrom, last);
    }

    public DayWindow windowOf(LocalDate date, LocalDate trialTo) {
        if (date.isBefore(baselineFrom())) {
            return DayWindow.BEFORE;
        }
        if (date.isAfter(asOfDate())) {
            return DayWindow.PLANNED;
        }
        if (date.isBefore(placement())) {
            return DayWindow.BASELINE;
        }
        if (date.equals(placement())) {
            return DayWindow.PLACEMENT;
        }
        if (!date.isAfter(trialTo)) {
            return DayWindow.TRIAL;
        }
        return ended ? DayWindow.AFTER : DayWindow.PLANNED;
    }

    /** When a diary entry for a trial date can still be made: until the date or the trial is over. */
    public Instant collectableUntil(LocalDate date) {
        Span day = days.spanOf(date);
        return end != null && end.isBefore(day.to()) ? end : day.to();
    }
}
