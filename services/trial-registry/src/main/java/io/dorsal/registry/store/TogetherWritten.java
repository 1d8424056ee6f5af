package io.dorsal.registry.store;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Trial;
import io.dorsal.registry.core.Precondition;
import io.dorsal.registry.core.ReportAnswer;
import io.dorsal.registry.core.Reports;
import io.dorsal.registry.core.Submission;
import io.dorsal.registry.core.TrialDecision;
import io.dorsal.registry.core.TrialWrites;
import io.dorsal.registry.core.Trials;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes of several kinds in one transaction, which is rolled back where all of it or nothing is wanted. */
@ApplicationScoped
class TogetherWritten implements TrialWrites {
    private final Locks locks;
    private final Reports reports;
    private final Trials trials;

    TogetherWritten(Locks locks, Reports reports, Trials trials) {
        this.locks = locks;
        this.reports = reports;
        this.trials = trials;
    }

    @Override
    @Transactional
    public Written write(
            TrialId trial,
            List<Submission> items,
            List<UnaryOperator<Trial>> changes,
            boolean whole,
            Instant recordedAt) {
        // Before the document is read, so that no other writer comes in between.
        locks.trial(trial);
        List<ReportAnswer> answers = reports.record(trial, items);
        List<TrialDecision> decisions = changes.stream()
                .map(change -> change(trial, change, recordedAt))
                .toList();
        Written written = Written.of(answers, decisions, whole);
        if (!written.kept()) {
            QuarkusTransaction.setRollbackOnly();
        }
        return written;
    }

    private TrialDecision change(TrialId id, UnaryOperator<Trial> change, Instant recordedAt) {
        Trial current = trials.find(id)
                .orElseThrow(() -> new Malformed(Reason.UNKNOWN_TRIAL, "trial", "the id of a registered trial"));
        Precondition seen = new Precondition.SeenVersions(Set.of(current.version()));
        return trials.put(change.apply(current), seen, recordedAt, null);
    }
}
