package io.dorsal.dashboard.core;

import io.dorsal.dashboard.core.coverage.Determinations;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Outcomes as of any instant, from the services that compute them. */
public interface Outcomes {
    /**
     * Asks all of them at once, so that a page waits for the slowest and not for the sum.
     *
     * @param asOf null for now
     */
    Answers ask(TrialId trial, @Nullable Instant asOf);

    /** What came of asking each service; one that is away leaves the others' answers standing. */
    record Answers(
            Answer<ResponderOutcome> responder, Answer<OpioidOutcome> opioids, Answer<Determinations> coverage) {}
}
