/** The compacted topics, read into memory from the beginning. */
@NullMarked
package io.dorsal.dashboard.kafka;

import org.jspecify.annotations.NullMarked;
