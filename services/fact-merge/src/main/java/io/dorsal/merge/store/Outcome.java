package io.dorsal.merge.store;

import io.dorsal.model.ClinicId;
import io.dorsal.model.TrialId;
import java.time.Instant;

/** A trial's outcome as published: as of its newest fact, so that a replay gives the same bytes. */
public record Outcome(TrialId trial, ClinicId clinic, String factDigest, Instant asOf, String document) {}
