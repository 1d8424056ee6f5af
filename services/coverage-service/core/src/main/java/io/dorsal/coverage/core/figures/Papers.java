package io.dorsal.coverage.core.figures;

import io.dorsal.coverage.core.Coverage;
import io.dorsal.coverage.core.Evidence;
import io.dorsal.coverage.core.Policies;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CriterionKind;
import io.dorsal.model.outcome.CriterionResult;
import java.time.Instant;

/** Whether a trial's documentation was there when the lead came out, under the trial's own policy. */
public enum Papers {
    /** No criterion of kind DOCUMENT waits for anything, whichever way it is answered. */
    READY,
    /** At least one waits for a document or another fact. */
    OPEN,
    /** No policy is named, in force or applicable. */
    NO_POLICY;

    /**
     * Judged on what is dated up to the removal: a paper of that time that was filed later counts as there, since only
     * its date is known.
     */
    static Papers at(Instant removal, Evidence evidence, Policies policies) {
        String policy = evidence.trial().coverage().policy();
        if (policy == null) {
            return NO_POLICY;
        }
        CoverageDetermination determination = Coverage.determine(policies, policy, evidence, removal);
        if (determination.result() == null) {
            return NO_POLICY;
        }
        boolean waits = determination.criteria().stream()
                .filter(criterion -> criterion.kind() == CriterionKind.DOCUMENT)
                .anyMatch(criterion -> criterion.result() == CriterionResult.ATTESTATION_REQUIRED
                        || criterion.result() == CriterionResult.NOT_DETERMINABLE);
        return waits ? OPEN : READY;
    }
}
