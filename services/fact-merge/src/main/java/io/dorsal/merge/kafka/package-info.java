/** Kafka: facts in, outcomes out, and how far the logs reach. */
@NullMarked
package io.dorsal.merge.kafka;

import org.jspecify.annotations.NullMarked;
