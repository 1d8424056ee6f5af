/** Outcomes of other instants, asked of responder-service through the front door. */
@NullMarked
package io.dorsal.dashboard.frontdoor;

import org.jspecify.annotations.NullMarked;
