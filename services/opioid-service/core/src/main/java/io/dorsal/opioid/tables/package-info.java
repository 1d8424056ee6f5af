/** The tables as they are shipped: from the class path to core values, for the service and the offline verifier. */
@NullMarked
package io.dorsal.opioid.tables;

import org.jspecify.annotations.NullMarked;
