/** What the page says of function and the holistic response. No figure is computed here. */
@NullMarked
package io.dorsal.dashboard.core.function;

import org.jspecify.annotations.NullMarked;
