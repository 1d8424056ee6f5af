/** Which stimulators are known, and how they prove who they are. */
@NullMarked
package io.dorsal.model.device;

import org.jspecify.annotations.NullMarked;
