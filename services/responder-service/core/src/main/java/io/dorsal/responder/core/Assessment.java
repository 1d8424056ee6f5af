package io.dorsal.responder.core;

import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Stimulation;
import io.dorsal.model.outcome.ResponderOutcome.WindowMean;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import java.time.Instant;
import java.util.List;

/** Facts to outcome. */
public final class Assessment {
    private Assessment() {}

    /** The outcome of the facts dated up to {@code asOf}. */
    public static ResponderOutcome assess(TrialFacts facts, Instant asOf, Rules rules) {
        WindowMean none = new WindowMean(null, null, null, 0, 0);
        return new ResponderOutcome(
                facts.trial().trial(),
                "pain-relief/1",
                asOf,
                false,
                facts.trial().painScale(),
                facts.trial().painConstruct(),
                Status.NOT_EVALUABLE,
                StatusReason.NOT_STARTED,
                null,
                null,
                none,
                none,
                none,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Stimulation("stimulation/1", List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    /** The newest instant among the facts dated for this trial; the as-of of the published outcome. */
    public static Instant newestFact(TrialFacts facts) {
        Instant placed = facts.trial().leadPlacedAt();
        return placed == null ? Instant.EPOCH : placed;
    }
}
