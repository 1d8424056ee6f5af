package io.dorsal.responder.core;

import io.dorsal.model.Rational;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement.Function;
import io.dorsal.model.window.Windows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The questionnaires of a trial. Of each the last score before the placement, and the last since day 1: once the lead is
 * out up to the local date of the removal, on which it is usually asked.
 *
 * @param used those with any answer before the placement, however old, or on trial
 */
record FunctionScores(Map<Instrument, Function> baseline, Map<Instrument, Function> trial, Set<Instrument> used) {

    static FunctionScores of(List<PatientReport> reports, Windows windows, Instant asOf, Duration baselineAgeMax) {
        Instant baselineFrom = windows.placedAt().minus(baselineAgeMax);
        Map<Instrument, Function> baseline = new EnumMap<>(Instrument.class);
        Map<Instrument, Function> trial = new EnumMap<>(Instrument.class);
        Set<Instrument> used = EnumSet.noneOf(Instrument.class);
        for (PatientReport report : reports) {
            if (report.states() instanceof Function answer && counts(answer, asOf)) {
                if (answer.at().isBefore(windows.placedAt())) {
                    used.add(answer.instrument());
                    if (!answer.at().isBefore(baselineFrom)) {
                        baseline.merge(answer.instrument(), answer, FunctionScores::later);
                    }
                } else if (isOnTrial(answer.at(), windows)) {
                    used.add(answer.instrument());
                    trial.merge(answer.instrument(), answer, FunctionScores::later);
                }
            }
        }
        return new FunctionScores(baseline, trial, used);
    }

    private static boolean counts(Function answer, Instant asOf) {
        Rational score = Rational.of(answer.score());
        Instrument instrument = answer.instrument();
        return !answer.at().isAfter(asOf)
                && Rational.of(instrument.min()).isAtMost(score)
                && score.isAtMost(Rational.of(instrument.max()));
    }

    private static boolean isOnTrial(Instant at, Windows windows) {
        LocalDate date = windows.days().dateOf(at);
        LocalDate last = windows.ended() ? windows.lastElapsed().plusDays(1) : windows.lastElapsed();
        return !date.isBefore(windows.trialFrom()) && !date.isAfter(last);
    }

    // Reports come sorted by id, and of two at one instant the later id stays: any rule will do, but one.
    private static Function later(Function one, Function other) {
        return other.at().isBefore(one.at()) ? one : other;
    }
}
