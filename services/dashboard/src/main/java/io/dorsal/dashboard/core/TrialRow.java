package io.dorsal.dashboard.core;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome.Missing;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.presentation.NumberText;
import io.dorsal.model.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One trial in the list, in words.
 *
 * @param shape names the sign beside the status: its form tells the statuses apart, never its colour alone
 * @param missingDays trial days that are due and not answered; null without outcome
 * @param missing what could be added, in words; empty when nothing is missing
 */
public record TrialRow(
        String trial,
        String subject,
        String clinic,
        String therapy,
        String therapyName,
        String state,
        String day,
        @Nullable Long dayNumber,
        @Nullable String status,
        String statusReason,
        String shape,
        @Nullable Rational reliefExact,
        String relief,
        String bounds,
        String trialAnswered,
        String baselineAnswered,
        @Nullable Integer missingDays,
        String removal,
        @Nullable Duration toRemoval,
        String missing,
        String zone,
        String asOf) {
    private static final int DATES_NAMED_MAX = 3;

    public static TrialRow of(Listed listed, Instant now) {
        Trial trial = listed.trial();
        TrialCalendar calendar = new TrialCalendar(trial, now);
        ListedOutcome outcome = listed.outcome();
        Duration toRemoval = calendar.toRemoval();
        return new TrialRow(
                trial.trial().value(),
                trial.subject(),
                trial.clinic().value(),
                trial.therapy().word(),
                Words.therapy(trial.therapy()),
                Words.state(trial.state()),
                day(trial, calendar),
                calendar.dayNumber(),
                outcome == null ? null : Words.status(outcome.status()),
                statusReason(outcome),
                shape(outcome == null ? null : outcome.status()),
                outcome == null ? null : outcome.relief(),
                NumberText.comparedPercent(outcome == null ? null : outcome.relief()),
                bounds(outcome),
                outcome == null ? "" : "%d of %d".formatted(outcome.trialAnswered(), outcome.trialDays()),
                outcome == null ? "" : "%d of %d".formatted(outcome.baselineAnswered(), outcome.baselineDays()),
                outcome == null ? null : outcome.trialDays() - outcome.trialAnswered(),
                removal(trial, toRemoval),
                toRemoval,
                outcome == null ? "not known yet" : missing(outcome.missing()),
                trial.timezone().getId(),
                outcome == null ? "" : Times.minute(outcome.asOf(), trial.timezone()));
    }

    /** Also the name of the sign on the trial's own page. */
    public static String shape(@Nullable Status status) {
        return status == null ? "none" : status.word().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the trial stands, such as {@code Day 4 of 7}. */
    static String day(Trial trial, TrialCalendar calendar) {
        Long number = calendar.dayNumber();
        Long count = calendar.dayCount();
        return switch (trial.state()) {
            case PLANNED -> "Not started";
            case ENDED -> count == null ? "Ended" : "Ended, %d days".formatted(count);
            case RUNNING ->
                number == null
                        ? "Placement day"
                        : count == null
                                ? "Day %d".formatted(number)
                                : number > count
                                        ? "Past day %d".formatted(count)
                                        : "Day %d of %d".formatted(number, count);
        };
    }

    private static String statusReason(@Nullable ListedOutcome outcome) {
        if (outcome == null) {
            return "no outcome published yet";
        }
        if (outcome.reason() != null) {
            return Words.reason(outcome.reason());
        }
        if (Boolean.TRUE.equals(outcome.fragile())) {
            return "depends on the unanswered days";
        }
        if (outcome.settled() != null && outcome.trialAnswered() == outcome.trialDays()) {
            return "every trial day answered";
        }
        return outcome.settled() == null
                ? ""
                : outcome.settled() ? "whatever the unanswered days were" : "unanswered days could change it";
    }

    private static String bounds(@Nullable ListedOutcome outcome) {
        return outcome == null || outcome.bounds() == null
                ? ""
                : "%s to %s"
                        .formatted(
                                NumberText.comparedPercent(outcome.bounds().worst()),
                                NumberText.comparedPercent(outcome.bounds().best()));
    }

    private static String removal(Trial trial, @Nullable Duration left) {
        if (trial.leadRemovedAt() != null) {
            return "Lead removed";
        }
        if (left == null) {
            return "Not planned";
        }
        return left.isNegative()
                ? "%s overdue".formatted(Durations.stretch(left))
                : "%s left"
                        .formatted(
                                left.toHours() >= 72
                                        ? NumberText.count(left.toHours()) + "\u00a0h"
                                        : Durations.stretch(left));
    }

    private static String missing(List<Missing> missing) {
        List<Missing> open = missing.stream().filter(one -> one.until() != null).toList();
        int late = missing.size() - open.size();
        String tooLate = late == 0 ? "" : "%d %s too late to add".formatted(late, late == 1 ? "day" : "days");
        if (open.isEmpty()) {
            return tooLate;
        }
        String dates = open.stream()
                .limit(DATES_NAMED_MAX)
                .map(one -> Times.shortDate(one.date()))
                .collect(Collectors.joining(", "));
        String more = open.size() > DATES_NAMED_MAX ? " and %d more".formatted(open.size() - DATES_NAMED_MAX) : "";
        return "Diary of " + dates + more + (late == 0 ? "" : "; " + tooLate);
    }
}
