/** The dashboard's settings; the rest is in its rooms. */
@NullMarked
package io.dorsal.dashboard;

import org.jspecify.annotations.NullMarked;
