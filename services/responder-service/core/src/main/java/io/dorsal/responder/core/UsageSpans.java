package io.dorsal.responder.core;

import org.jspecify.annotations.Nullable;

/** When a device's usage log says that stimulation was on with one program, or off. */
public record UsageSpans(boolean on, @Nullable String program, TimeSpans spans) {}
