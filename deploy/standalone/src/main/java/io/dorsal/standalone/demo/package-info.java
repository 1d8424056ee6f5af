/** The demo clinic: hand-written trials, played through the simulator. */
@NullMarked
package io.dorsal.standalone.demo;

import org.jspecify.annotations.NullMarked;
