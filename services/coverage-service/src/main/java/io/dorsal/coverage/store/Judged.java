package io.dorsal.coverage.store;

import io.dorsal.coverage.core.Urgency;
import io.dorsal.coverage.core.figures.Standing;
import io.dorsal.model.ClinicId;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination;
import org.jspecify.annotations.Nullable;

/**
 * What became of all that is known of a trial.
 *
 * @param ruling null when the trial names no policy
 * @param standing what it adds to the figures of its clinic
 */
public record Judged(TrialId trial, @Nullable Ruling ruling, Standing standing) {

    /** A determination as published, and its place in the worklist. */
    public record Ruling(ClinicId clinic, CoverageDetermination determination, Urgency urgency) {}
}
