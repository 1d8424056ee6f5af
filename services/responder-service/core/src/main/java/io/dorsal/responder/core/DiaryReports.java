package io.dorsal.responder.core;

import io.dorsal.model.LocalDays;
import io.dorsal.model.Rational;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement.Function;
import io.dorsal.model.report.Statement.Pain;
import io.dorsal.model.report.Statement.PerceivedRelief;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.window.Windows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The reports that definitions {@code pain-relief/1}, {@code stimulation/1} and {@code holistic/1} read: pain on the
 * dates of the trial or with the lead in, questionnaires before the placement or on trial, perceived relief of the trial.
 */
public final class DiaryReports {
    private DiaryReports() {}

    /**
     * Whether a report can matter for the outcome as of that instant. The outcome itself reads no others, so that
     * whoever hands on only these hands on enough.
     */
    public static Predicate<PatientReport> read(Trial trial, Instant asOf, Rules rules) {
        Windows windows = Windows.of(trial, asOf, rules.diary());
        return report -> isRead(report, windows, asOf);
    }

    /** @param windows null until a placement is known: until then nothing can be counted */
    static List<PatientReport> of(List<PatientReport> reports, @Nullable Windows windows, Instant asOf) {
        return reports.stream().filter(report -> isRead(report, windows, asOf)).toList();
    }

    private static boolean isRead(PatientReport report, @Nullable Windows windows, Instant asOf) {
        return windows != null
                && switch (report.states()) {
                    case Pain pain -> !pain.at().isAfter(asOf) && isDiaryTime(pain.at(), windows);
                    case Function answer -> !answer.at().isAfter(asOf) && counts(answer, windows);
                    case PerceivedRelief answer -> !answer.at().isAfter(asOf) && isOfTheTrial(answer.at(), windows);
                    default -> false;
                };
    }

    private static boolean isDiaryTime(Instant at, Windows windows) {
        LocalDate date = windows.days().dateOf(at);
        List<LocalDate> dates = windows.allDates();
        return windows.isLeadIn(at) || (!date.isBefore(dates.getFirst()) && !date.isAfter(dates.getLast()));
    }

    private static boolean counts(Function answer, Windows windows) {
        Rational score = Rational.of(answer.score());
        Instrument instrument = answer.instrument();
        return (answer.at().isBefore(windows.placedAt()) || isOnTrial(answer.at(), windows))
                && Rational.of(instrument.min()).isAtMost(score)
                && score.isAtMost(Rational.of(instrument.max()));
    }

    /** Since day 1; once the lead is out up to the local date of the removal, on which it is usually asked. */
    private static boolean isOnTrial(Instant at, Windows windows) {
        LocalDate date = windows.days().dateOf(at);
        LocalDate last = windows.ended() ? windows.days().plus(windows.lastElapsed(), 1) : windows.lastElapsed();
        return !date.isBefore(windows.trialFrom()) && !date.isAfter(last);
    }

    /** Since the placement and, once the lead is out, up to the date of the removal: later answers tell of another time. */
    private static boolean isOfTheTrial(Instant at, Windows windows) {
        LocalDays days = windows.days();
        Instant end = windows.end();
        LocalDate removal = windows.ended() && end != null ? days.dateOf(end) : LocalDate.MAX;
        return !at.isBefore(windows.placedAt()) && !days.dateOf(at).isAfter(removal);
    }
}
