package io.dorsal.standalone.simulate.core;

import java.time.Duration;

/**
 * How often things are recorded.
 *
 * @param usage between two usage records
 * @param button between two presses of the pain button, by day
 * @param prompt between two prompts of the diary app for the pain of the moment; zero when it does not ask
 */
public record Cadence(Duration usage, Duration button, Duration prompt) {
    public static final Cadence USUAL = new Cadence(Duration.ofMinutes(30), Duration.ofHours(6), Duration.ZERO);
}
