package io.dorsal.dashboard.core;

import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All trials that the topics hold, as far as they have been read. */
public interface Board {
    List<Listed> trials();

    @Nullable
    Listed find(TrialId trial);

    /** The latest published outcome, whole; null when there is none or it is no longer kept in memory. */
    @Nullable
    ResponderOutcome published(TrialId trial);

    /** The same of opioids. */
    @Nullable
    OpioidOutcome publishedOpioids(TrialId trial);

    /** The same of coverage, under the policy that the trial names. */
    @Nullable
    CoverageDetermination publishedCoverage(TrialId trial);

    Freshness freshness();
}
