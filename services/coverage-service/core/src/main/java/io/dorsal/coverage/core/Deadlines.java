package io.dorsal.coverage.core;

import io.dorsal.model.outcome.CollectionLimit;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.StatusReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Until when each kind of evidence can still be collected, seen at an instant. */
record Deadlines(Evidence evidence, Instant asOf) {

    /** @param until null unless the limit is UNTIL */
    record Deadline(CollectionLimit limit, @Nullable Instant until) {
        static Deadline of(CollectionLimit limit) {
            return new Deadline(limit, null);
        }
    }

    Deadline of(Subject subject) {
        if (subject.equals(new Subject.OfFact(FactName.PAIN_RELIEF)) && isBaselineLost()) {
            return Deadline.of(CollectionLimit.TOO_LATE);
        }
        return switch (subject.collectable()) {
            case BEFORE_PLACEMENT -> beforePlacement();
            case DURING_TRIAL -> duringTrial();
            case BEFORE_IMPLANT -> Deadline.of(CollectionLimit.BEFORE_IMPLANT);
            case AT_ANY_TIME -> Deadline.of(CollectionLimit.NO_LIMIT);
        };
    }

    /** Relief needs a baseline, and that lies before the placement. */
    private boolean isBaselineLost() {
        ResponderOutcome outcome = evidence.responder();
        StatusReason reason = outcome == null ? null : outcome.reason();
        return isPast(evidence.trial().leadPlacedAt())
                && (reason == StatusReason.BASELINE_INCOMPLETE || reason == StatusReason.BASELINE_ZERO);
    }

    private Deadline beforePlacement() {
        Instant placement = evidence.trial().leadPlacedAt();
        if (placement == null) {
            return Deadline.of(CollectionLimit.PLACEMENT);
        }
        return isPast(placement) ? Deadline.of(CollectionLimit.TOO_LATE) : until(placement);
    }

    /** A planned removal that has passed while the lead is in tells nothing any more. */
    private Deadline duringTrial() {
        if (isPast(evidence.trial().leadRemovedAt())) {
            return Deadline.of(CollectionLimit.TOO_LATE);
        }
        Instant end = evidence.trial().endsAt();
        return end == null || isPast(end) ? Deadline.of(CollectionLimit.LEAD_REMOVAL) : until(end);
    }

    private static Deadline until(Instant end) {
        return new Deadline(CollectionLimit.UNTIL, end);
    }

    private boolean isPast(@Nullable Instant instant) {
        return instant != null && !instant.isAfter(asOf);
    }
}
