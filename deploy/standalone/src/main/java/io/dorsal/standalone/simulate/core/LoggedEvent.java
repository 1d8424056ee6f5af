package io.dorsal.standalone.simulate.core;

import io.dorsal.model.event.Happening;
import java.time.Instant;

/**
 * One event in a stimulator's memory.
 *
 * @param at by the device's clock
 * @param happenedAt by the true clock, which the device does not know
 */
public record LoggedEvent(long boot, long seq, Instant at, Instant happenedAt, Happening what) {}
