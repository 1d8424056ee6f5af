/** The shared words: ids, exact numbers, local days, topics, reasons, fact digests. */
@NullMarked
package io.dorsal.model;

import org.jspecify.annotations.NullMarked;
