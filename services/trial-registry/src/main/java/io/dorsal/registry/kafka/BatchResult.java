package io.dorsal.registry.kafka;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka said to a batch.
 *
 * @param acknowledged ids of the rows that Kafka has
 * @param failure the first one, null when all went well
 */
public record BatchResult(Set<Long> acknowledged, @Nullable Exception failure) {}
