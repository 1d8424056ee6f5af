/** A real Kafka and a real PostgreSQL as child processes on loopback, for tests and for one machine. */
@NullMarked
package io.dorsal.embedded;

import org.jspecify.annotations.NullMarked;
