/** What the pages show, as records, and the geometry and words of it. Pure. */
@NullMarked
package io.dorsal.dashboard.core;

import org.jspecify.annotations.NullMarked;
