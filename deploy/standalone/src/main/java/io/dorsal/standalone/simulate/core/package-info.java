/** The simulated world: pure, seeded, without clock or I/O. */
@NullMarked
package io.dorsal.standalone.simulate.core;

import org.jspecify.annotations.NullMarked;
