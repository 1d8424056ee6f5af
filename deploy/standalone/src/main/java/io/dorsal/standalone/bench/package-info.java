/** {@code ./dorsal bench}: measurements that print what they did, on which machine, and ratios rather than claims. */
@NullMarked
package io.dorsal.standalone.bench;

import org.jspecify.annotations.NullMarked;
