/**
 * From a trial's evidence to what a policy's criteria amount to ({@link io.dorsal.coverage.core.Coverage}). Policies are
 * values, facts have a closed vocabulary ({@link io.dorsal.coverage.core.FactName}), logic has three values: no clock,
 * no randomness, no I/O.
 */
@NullMarked
package io.dorsal.coverage.core;

import org.jspecify.annotations.NullMarked;
