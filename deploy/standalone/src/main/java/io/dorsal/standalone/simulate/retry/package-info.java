/** How senders repeat what was not acknowledged. */
@NullMarked
package io.dorsal.standalone.simulate.retry;

import org.jspecify.annotations.NullMarked;
