package io.dorsal.responder.core;

import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement.Function;
import io.dorsal.model.window.Windows;
import java.time.Duration;
import java.time.Instant;
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

    /** @param reports those that are read as of an instant: before the placement, or on trial */
    static FunctionScores of(List<PatientReport> reports, Windows windows, Duration baselineAgeMax) {
        Instant baselineFrom = windows.placedAt().minus(baselineAgeMax);
        Map<Instrument, Function> baseline = new EnumMap<>(Instrument.class);
        Map<Instrument, Function> trial = new EnumMap<>(Instrument.class);
        Set<Instrument> used = EnumSet.noneOf(Instrument.class);
        for (PatientReport report : reports) {
            if (report.states() instanceof Function answer) {
                if (answer.at().isBefore(windows.placedAt())) {
                    used.add(answer.instrument());
                    if (!answer.at().isBefore(baselineFrom)) {
                        baseline.merge(answer.instrument(), answer, FunctionScores::later);
                    }
                } else {
                    used.add(answer.instrument());
                    trial.merge(answer.instrument(), answer, FunctionScores::later);
                }
            }
        }
        return new FunctionScores(baseline, trial, used);
    }

    // Reports come sorted by id, and of two at one instant the later id stays: any rule will do, but one.
    private static Function later(Function one, Function other) {
        return other.at().isBefore(one.at()) ? one : other;
    }
}
