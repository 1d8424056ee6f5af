/** The edge towards whoever watches. */
@NullMarked
package io.dorsal.ingest.metrics;

import org.jspecify.annotations.NullMarked;
