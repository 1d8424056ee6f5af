package io.dorsal.registry.core;

import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trials, each with all its versions. */
public interface Trials {
    /** Decides about {@code proposed} against the current version and does it, atomically; writers of a trial queue. */
    TrialDecision put(Trial proposed, Precondition precondition, Instant recordedAt, @Nullable String recordedBy);

    Optional<Trial> find(TrialId trial);

    /** Ordered by id, from the one after {@code after} on. */
    Page<Trial> list(TrialFilter filter, @Nullable TrialId after, int limit);

    /** Ordered by version, from the one after {@code after} on. */
    Page<TrialVersion> history(TrialId trial, long after, int limit);
}
