package io.dorsal.coverage.core.figures;

import io.dorsal.model.ClinicId;
import io.dorsal.model.trial.TrialState;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a figure counts: a trial, or one answer of a payer.
 *
 * @param answer null for a trial
 * @param first of its patient, among the trials or among the answers: so many cases that are first, so many patients at
 *     least, and unlike a number of patients that number adds up
 */
record Case(Standing trial, @Nullable PayerAnswer answer, TrialState state, boolean first) {
    private static final Comparator<Standing> BY_TRIAL = Comparator.comparing(Standing::trial);
    private static final Comparator<PayerAnswer> BY_ID = Comparator.comparing(PayerAnswer::id);

    private record Patient(ClinicId clinic, String subject) {
        static Patient of(Standing trial) {
            return new Patient(trial.clinic(), trial.subject());
        }
    }

    /** Every trial and every answer. */
    static List<Case> of(Collection<Standing> standings, Instant now) {
        Set<Patient> seen = new HashSet<>();
        Set<Patient> answered = new HashSet<>();
        return standings.stream()
                .sorted(BY_TRIAL)
                .flatMap(trial -> {
                    TrialState state = trial.state(now);
                    Patient patient = Patient.of(trial);
                    Stream<Case> answers = trial.answers().stream()
                            .sorted(BY_ID)
                            .map(answer -> new Case(trial, answer, state, answered.add(patient)));
                    return Stream.concat(Stream.of(new Case(trial, null, state, seen.add(patient))), answers);
                })
                .toList();
    }
}
