/** What becomes of a payload, a connection, an answer. Pure: no clock, no I/O, no threads. */
@NullMarked
package io.dorsal.ingest.core;

import org.jspecify.annotations.NullMarked;
