/** The worklist as coverage-service orders it, in words. */
@NullMarked
package io.dorsal.dashboard.core.worklist;

import org.jspecify.annotations.NullMarked;
