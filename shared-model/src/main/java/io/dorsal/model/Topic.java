package io.dorsal.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka topic: its name, what its key is, how many partitions it starts with, and how long it is kept.
 *
 * @param retention null for a topic that is kept forever or compacted
 */
public record Topic(
        String name,
        String key,
        int partitions,
        boolean compacted,
        @Nullable Duration retention) {}
