/** Rules as JSON: what opioid-service hands out, and what an evidence packet encloses. */
@NullMarked
package io.dorsal.opioid.wire;

import org.jspecify.annotations.NullMarked;
