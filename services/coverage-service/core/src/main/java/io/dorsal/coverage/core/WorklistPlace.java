package io.dorsal.coverage.core;

import io.dorsal.model.TrialId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The place of a trial in the worklist: by time left, then by trial id. All pages of one reading are in the order of one
 * instant, so that no trial changes its place meanwhile.
 *
 * @param asOf that instant
 * @param until when the first of what is missing becomes too late; null when no such instant is known
 * @param rank without an instant: how little time is left, 0 the least; with one it is -1
 */
public record WorklistPlace(Instant asOf, @Nullable Instant until, int rank, TrialId trial) {}
