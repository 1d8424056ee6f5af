/** Simulated facts as the contract spells them. */
@NullMarked
package io.dorsal.standalone.simulate.wire;

import org.jspecify.annotations.NullMarked;
