/** The strict codec, bytes to record and back. */
@NullMarked
package io.dorsal.model.wire;

import org.jspecify.annotations.NullMarked;
