/** The published results that ship, read from a resource. */
@NullMarked
package io.dorsal.coverage.published;

import org.jspecify.annotations.NullMarked;
