package io.dorsal.coverage.store;

import io.dorsal.coverage.core.Urgency;
import io.dorsal.model.ClinicId;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination;
import org.jspecify.annotations.Nullable;

/**
 * What became of a trial's evidence.
 *
 * @param ruling null when the trial names no policy
 */
public record Judged(TrialId trial, @Nullable Ruling ruling) {

    /** A determination as published, and its place in the worklist. */
    public record Ruling(ClinicId clinic, CoverageDetermination determination, Urgency urgency) {}
}
