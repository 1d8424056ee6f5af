/** Outcomes as of any instant, worklist and policies, asked of the other services through the front door. */
@NullMarked
package io.dorsal.dashboard.frontdoor;

import org.jspecify.annotations.NullMarked;
