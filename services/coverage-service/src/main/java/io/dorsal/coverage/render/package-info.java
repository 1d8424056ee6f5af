/** The pages of an evidence packet, for a reviewer with four minutes: tagged PDF/A-3, clear in black and white. */
@NullMarked
package io.dorsal.coverage.render;

import org.jspecify.annotations.NullMarked;
