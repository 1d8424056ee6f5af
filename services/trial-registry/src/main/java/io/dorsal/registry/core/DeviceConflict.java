package io.dorsal.registry.core;

import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Assignment;

/**
 * A stimulator that another trial wears during the same time.
 *
 * @param index which of the proposed document's assignments it meets
 */
public record DeviceConflict(int index, TrialId other, Assignment theirs) {}
