package io.dorsal.packet;

import io.dorsal.coverage.core.NeededPapers;
import io.dorsal.coverage.core.Policy;
import io.dorsal.model.LocalDays;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement.AnalgesicReduction;
import io.dorsal.model.report.Statement.Function;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.NoIntake;
import io.dorsal.model.report.Statement.Pain;
import io.dorsal.model.report.Statement.Patch;
import io.dorsal.model.report.Statement.PerceivedRelief;
import io.dorsal.model.report.Statement.Retraction;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.window.WindowRules;
import io.dorsal.model.window.Windows;
import io.dorsal.responder.core.TrialFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a packet encloses of a trial's facts: minimum necessary [45 CFR 164.502(b)]. Only what the measures and this
 * policy's criteria read as of this instant; no word of a person's own, such as the reason of a correction, and not who
 * typed it in. Outcomes of these facts have their own digests, which therefore do not name what was left out.
 *
 * @param leftOut how many of each kind, so that nobody takes the rest for the whole
 */
record MinimumFacts(TrialFacts facts, Map<String, Long> leftOut) {

    static MinimumFacts of(TrialFacts all, Basis basis, Policy policy, Instant asOf) {
        Trial trial = NeededPapers.of(all.trial(), policy, asOf);
        List<Days> measured = Stream.of(
                        basis.responder().diary(), basis.opioids().rules().windows())
                .flatMap(rules -> Days.of(trial, asOf, rules))
                .toList();
        List<PatientReport> reports = all.reports().stream()
                .filter(report -> isRead(report, measured, asOf, trial.days()))
                .map(MinimumFacts::withoutWords)
                .toList();
        TrialFacts own = new TrialFacts(trial, reports, all.devices()).own(asOf, basis.responder());
        return new MinimumFacts(own, leftOut(all, own));
    }

    /** The dates that a measure looks at; one whose lead is not placed looks at none. */
    private record Days(Windows windows, LocalDate first, LocalDate last) {
        static Stream<Days> of(Trial trial, Instant asOf, WindowRules rules) {
            Windows windows = Windows.of(trial, asOf, rules);
            if (windows == null) {
                return Stream.of();
            }
            List<LocalDate> dates = windows.allDates();
            return Stream.of(new Days(windows, dates.getFirst(), dates.getLast()));
        }

        boolean touch(LocalDate from, LocalDate to) {
            return !to.isBefore(first) && !from.isAfter(last);
        }

        boolean include(Instant at) {
            LocalDate date = windows.days().dateOf(at);
            return touch(date, date) || windows.isLeadIn(at);
        }
    }

    private static boolean isRead(PatientReport report, List<Days> measured, Instant asOf, LocalDays days) {
        return switch (report.states()) {
            case Pain pain -> counts(pain.at(), measured, asOf);
            case Intake intake -> counts(intake.at(), measured, asOf);
            case NoIntake none -> counts(days.startOf(none.date()), measured, asOf);
            case Patch patch -> {
                Instant to = patch.to() == null ? asOf : patch.to();
                yield !patch.from().isAfter(asOf)
                        && measured.stream().anyMatch(any -> any.touch(days.dateOf(patch.from()), days.dateOf(to)));
            }
            // A change since the trial, and no measure of it.
            case Function function ->
                function.instrument() != Instrument.PGIC && !function.at().isAfter(asOf);
            case AnalgesicReduction reduction -> !reduction.at().isAfter(asOf);
            case PerceivedRelief relief -> !relief.at().isAfter(asOf);
            case Retraction ignored -> false;
        };
    }

    private static boolean counts(Instant at, List<Days> measured, Instant asOf) {
        return !at.isAfter(asOf) && measured.stream().anyMatch(days -> days.include(at));
    }

    private static PatientReport withoutWords(PatientReport report) {
        return new PatientReport(
                report.trial(), report.report(), report.revision(), report.states(), report.recordedAt(), null);
    }

    private static Map<String, Long> leftOut(TrialFacts all, TrialFacts own) {
        Map<String, Long> leftOut = new TreeMap<>();
        leftOut.put("reports", (long) all.reports().size() - own.reports().size());
        leftOut.put(
                "documents",
                (long) all.trial().documents().size() - own.trial().documents().size());
        leftOut.put(
                "treatments",
                (long) all.trial().treatments().size()
                        - own.trial().treatments().size());
        leftOut.put(
                "reasonsOfCorrections",
                all.reports().stream().filter(report -> report.reason() != null).count());
        return leftOut;
    }
}
