package io.dorsal.dashboard.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far what is shown can be relied on to be the latest.
 *
 * @param readToEnd the topics have been read up to where they ended when reading began
 * @param heardAt when Kafka last answered; null when it never did
 * @param stale Kafka has not answered for longer than is acceptable
 * @param dropped trials let go because memory is bounded
 */
public record Freshness(boolean readToEnd, @Nullable Instant heardAt, boolean stale, long dropped) {}
