/** A module that the sample module must not know. */
@NullMarked
package io.dorsal.neighbour;

import org.jspecify.annotations.NullMarked;
