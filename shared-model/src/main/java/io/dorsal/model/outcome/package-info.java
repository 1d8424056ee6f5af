/** What the services compute. */
@NullMarked
package io.dorsal.model.outcome;

import org.jspecify.annotations.NullMarked;
