/** The days that placement and removal of the lead mark out, and what was measured on them: one rule for every outcome. */
@NullMarked
package io.dorsal.model.window;

import org.jspecify.annotations.NullMarked;
