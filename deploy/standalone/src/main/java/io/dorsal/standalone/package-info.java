/** Dorsal on one machine: the command line, and what it starts. */
@NullMarked
package io.dorsal.standalone;

import org.jspecify.annotations.NullMarked;
