package io.dorsal.registry.core;

import io.dorsal.model.trial.Trial;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A trial document as it stood from {@code recordedAt} on; {@code recordedBy} is null until there is a sign-in. */
public record TrialVersion(
        Trial trial, Instant recordedAt, @Nullable String recordedBy) {}
