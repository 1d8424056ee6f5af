package io.dorsal.registry.core;

import io.dorsal.model.DecisionId;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.decision.ClinicianDecision;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DecisionCodec;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a decision that somebody states. Only what is certainly wrong is refused: whether it was a wise one,
 * or what the screen really showed, is not for the registry to judge.
 */
public sealed interface Recording {
    /** It is new. */
    record Kept(Decision decision) implements Recording {}

    /** It was kept before; a repetition lands here. */
    record Known(Decision decision) implements Recording {}

    /** It cannot be kept. */
    record Refused(Malformed why) implements Recording {}

    /** For clocks that are off; longer than that a decision has not been made yet. */
    Duration AHEAD_MAX = Duration.ofMinutes(5);

    /**
     * Decides about {@code stated}, whose {@code recordedAt} is now.
     *
     * @param trial as it stands; null when there is none
     * @param kept the trial's decisions of the id and of the superseded id, as far as they are known
     */
    static Recording decide(Decision stated, @Nullable Trial trial, Map<DecisionId, Decision> kept) {
        if (trial == null) {
            return refused(Reason.UNKNOWN_TRIAL, "trial", "the id of a registered trial");
        }
        Decision before = kept.get(stated.id());
        if (before == null) {
            return decideNew(stated, trial, kept);
        }
        return DecisionCodec.canonical(before).equals(DecisionCodec.canonical(stated))
                ? new Known(before)
                : refused(Reason.DECISION_CONFLICT, "decision", "the content sent before, or an id not used yet");
    }

    private static Recording decideNew(Decision stated, Trial trial, Map<DecisionId, Decision> kept) {
        if (stated.decidedAt().isAfter(stated.recordedAt().plus(AHEAD_MAX))) {
            return refused(
                    Reason.OUT_OF_BOUNDS,
                    "decidedAt",
                    "a time that has come, at most %d minutes from now".formatted(AHEAD_MAX.toMinutes()));
        }
        if (stated.supersedes() != null && !corrects(stated, kept.get(stated.supersedes()))) {
            return refused(
                    Reason.UNKNOWN_DECISION, "supersedes", "the id of a decision of this trial, of the same kind");
        }
        if (stated instanceof ClinicianDecision clinician
                && clinician.shown().policy() == null
                && trial.coverage().policy() != null) {
            return refused(
                    Reason.MISSING_FIELD, "shown.policy", "the policy that was shown, since the trial names one");
        }
        return new Kept(stated);
    }

    private static boolean corrects(Decision stated, @Nullable Decision earlier) {
        return earlier != null && earlier.kind() == stated.kind();
    }

    private static Refused refused(Reason reason, String field, String expected) {
        return new Refused(new Malformed(reason, field, expected));
    }
}
