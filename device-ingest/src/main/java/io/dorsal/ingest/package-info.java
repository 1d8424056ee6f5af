/** The edge gateway: MQTT in, Kafka out. */
@NullMarked
package io.dorsal.ingest;

import org.jspecify.annotations.NullMarked;
