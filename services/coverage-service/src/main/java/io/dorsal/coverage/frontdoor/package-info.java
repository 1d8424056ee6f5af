/** Outcomes as of an instant, asked of their services through the front door. */
@NullMarked
package io.dorsal.coverage.frontdoor;

import org.jspecify.annotations.NullMarked;
