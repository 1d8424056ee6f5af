package io.dorsal.registry.core;

import io.dorsal.model.ClinicId;
import io.dorsal.model.trial.TrialState;
import org.jspecify.annotations.Nullable;

/** Which trials a list shows; null means all. */
public record TrialFilter(
        @Nullable TrialState state, @Nullable ClinicId clinic) {}
