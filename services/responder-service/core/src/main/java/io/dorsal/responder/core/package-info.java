/**
 * From a trial's facts to its responder outcome. State is a join ({@link io.dorsal.responder.core.BootFacts}), the
 * outcome a pure function of it ({@link io.dorsal.responder.core.Assessment}): no clock, no randomness, no I/O.
 */
@NullMarked
package io.dorsal.responder.core;

import org.jspecify.annotations.NullMarked;
