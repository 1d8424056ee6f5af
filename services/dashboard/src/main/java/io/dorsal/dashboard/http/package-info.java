/** Pages, event stream, error pages. */
@NullMarked
package io.dorsal.dashboard.http;

import org.jspecify.annotations.NullMarked;
