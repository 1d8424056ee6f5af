package io.dorsal.opioid.core;

import io.dorsal.model.LocalDays;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.NoIntake;
import io.dorsal.model.report.Statement.Patch;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.window.Windows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * The reports that definition {@code opioid/1} reads: what was taken on a date of the trial, from the first baseline
 * date to the last. What was taken at another time is in no window, so that it does not name a drug of the trial either.
 */
public final class MedicationReports {
    private MedicationReports() {}

    /**
     * Whether a report can matter for the outcome as of that instant. The outcome itself reads no others, so that
     * whoever hands on only these hands on enough.
     */
    public static Predicate<PatientReport> read(Trial trial, Instant asOf, Rules rules) {
        Windows windows = Windows.of(trial, asOf, rules.windows());
        return windows == null ? report -> false : report -> isRead(report, windows, asOf);
    }

    static List<PatientReport> of(StatedFacts facts, Windows windows, Instant asOf) {
        return facts.reports().stream()
                .filter(report -> isRead(report, windows, asOf))
                .toList();
    }

    private static boolean isRead(PatientReport report, Windows windows, Instant asOf) {
        LocalDays days = windows.days();
        Instant dated = StatedFacts.dated(report.states(), days);
        if (dated == null || dated.isAfter(asOf)) {
            return false;
        }
        List<LocalDate> dates = windows.allDates();
        LocalDate first = dates.getFirst();
        LocalDate last = dates.getLast();
        return switch (report.states()) {
            case Intake intake -> isWithin(days.dateOf(intake.at()), first, last);
            case NoIntake none -> isWithin(none.date(), first, last);
            case Patch patch ->
                !days.dateOf(patch.from()).isAfter(last)
                        && (patch.to() == null || !days.dateOf(patch.to()).isBefore(first));
            default -> false;
        };
    }

    private static boolean isWithin(LocalDate date, LocalDate first, LocalDate last) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
