/** What a write does, decided without clock, database or network; and what the edges offer one another. */
@NullMarked
package io.dorsal.registry.core;

import org.jspecify.annotations.NullMarked;
