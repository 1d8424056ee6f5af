package io.dorsal.dashboard.core;

import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.ResponderOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Outcomes as of any instant, from the service that computes them. */
public interface Outcomes {
    /** @param asOf null for now */
    Answer ask(TrialId trial, @Nullable Instant asOf);

    /** What came of asking. */
    sealed interface Answer {}

    /** The outcome as of the instant asked for. */
    record Found(ResponderOutcome outcome) implements Answer {}

    /** The service knows of no such trial (yet). */
    record Unknown() implements Answer {}

    /**
     * No answer.
     *
     * @param because a clause for the page, such as {@code it did not answer within 1.5 s}
     */
    record Unavailable(String because) implements Answer {}
}
