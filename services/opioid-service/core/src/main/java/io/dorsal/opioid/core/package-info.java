/**
 * From a trial's facts to its opioid outcome, definition {@code opioid/1}: tables as values ({@link
 * io.dorsal.opioid.core.OpioidTables}), the outcome a pure function ({@link io.dorsal.opioid.core.Assessment}).
 */
@NullMarked
package io.dorsal.opioid.core;

import org.jspecify.annotations.NullMarked;
