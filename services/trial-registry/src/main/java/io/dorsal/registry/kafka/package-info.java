/** Kafka: where the outbox is emptied into. */
@NullMarked
package io.dorsal.registry.kafka;

import org.jspecify.annotations.NullMarked;
