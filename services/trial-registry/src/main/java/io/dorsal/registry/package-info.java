/** The registry of trials, devices and reports: its configuration and the way from the outbox to Kafka. */
@NullMarked
package io.dorsal.registry;

import org.jspecify.annotations.NullMarked;
