package io.dorsal.dashboard.core;

import io.dorsal.model.trial.Trial;
import org.jspecify.annotations.Nullable;

/**
 * One trial as the topics know it.
 *
 * @param outcome null until responder-service has published one
 */
public record Listed(Trial trial, @Nullable ListedOutcome outcome) {}
