package io.dorsal.responder.core;

import io.dorsal.model.outcome.ResponderOutcome.Missing;
import io.dorsal.model.window.Windows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The unanswered dates: those that are over, and the as-of date, which can still be answered. */
final class MissingFacts {
    static final String BASELINE_DAY = "baseline-day";
    static final String TRIAL_DAY = "trial-day";

    private MissingFacts() {}

    static List<Missing> of(Windows windows, PainDiary diary, Instant asOf) {
        return Stream.concat(
                        unanswered(BASELINE_DAY, windows.baselineFrom(), windows.baselineTo(), windows, diary, asOf),
                        unanswered(TRIAL_DAY, windows.trialFrom(), lastTrialDate(windows, diary), windows, diary, asOf))
                .toList();
    }

    /** The as-of date is asked for although it does not count yet, unless the lead is to come out that day. */
    private static LocalDate lastTrialDate(Windows windows, PainDiary diary) {
        LocalDate planned = windows.lastPlanned();
        boolean asked = planned == null || !windows.asOfDate().isAfter(planned);
        return asked ? windows.lastElapsed() : windows.trialTo(diary::isAnswered);
    }

    private static Stream<Missing> unanswered(
            String what, LocalDate from, LocalDate to, Windows windows, PainDiary diary, Instant asOf) {
        LocalDate last = to.isAfter(windows.asOfDate()) ? windows.asOfDate() : to;
        return windows.days().dates(from, last).stream()
                .filter(date -> !diary.isAnswered(date))
                .map(date -> {
                    Instant until = windows.collectableUntil(date);
                    return new Missing(what, date, asOf.isBefore(until) ? until : null);
                });
    }
}
