package io.dorsal.registry.core;

import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reports and changes of one trial's document, written together. */
public interface TrialWrites {
    /**
     * What became of each, in order.
     *
     * @param kept false when something was rejected and therefore nothing was kept
     */
    record Written(List<ReportAnswer> reports, List<TrialDecision> changes, boolean kept) {
        public static Written of(List<ReportAnswer> reports, List<TrialDecision> changes, boolean whole) {
            boolean rejected = reports.stream().anyMatch(answer -> answer.result() == ReportAnswer.Result.REJECTED)
                    || !changes.stream().allMatch(TrialDecision::isDone);
            return new Written(List.copyOf(reports), List.copyOf(changes), !(whole && rejected));
        }
    }

    /**
     * Decides about reports and changes of a registered trial, and keeps what is accepted, atomically.
     *
     * @param whole nothing is kept if anything is rejected
     */
    Written write(
            TrialId trial,
            List<Submission> reports,
            List<UnaryOperator<Trial>> changes,
            boolean whole,
            Instant recordedAt);
}
