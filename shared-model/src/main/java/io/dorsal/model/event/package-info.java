/** What a stimulator says. */
@NullMarked
package io.dorsal.model.event;

import org.jspecify.annotations.NullMarked;
