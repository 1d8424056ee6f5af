/** The trial document. */
@NullMarked
package io.dorsal.model.trial;

import org.jspecify.annotations.NullMarked;
