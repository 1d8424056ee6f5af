/** The edge towards Kafka: records out, registered devices in. */
@NullMarked
package io.dorsal.ingest.kafka;

import org.jspecify.annotations.NullMarked;
