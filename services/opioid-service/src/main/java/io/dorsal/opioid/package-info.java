/**
 * What people state about medication, merged into PostgreSQL; an opioid outcome per trial, on HTTP and in a topic. {@link
 * io.dorsal.opioid.OpioidMerge} is what this service makes of facts.
 */
@NullMarked
package io.dorsal.opioid;

import org.jspecify.annotations.NullMarked;
