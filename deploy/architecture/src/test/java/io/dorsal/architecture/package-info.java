/** The floor plan of house.md as tests: who may import whom, how things are named, how long they may get. */
@NullMarked
package io.dorsal.architecture;

import org.jspecify.annotations.NullMarked;
