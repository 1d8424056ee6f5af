/** Starts the parts of the stack as processes, watches them, starts again what dies, and stops them in order. */
@NullMarked
package io.dorsal.standalone.supervisor;

import org.jspecify.annotations.NullMarked;
