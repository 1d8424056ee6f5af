/**
 * What is stated about trials and what their outcomes are, merged into PostgreSQL; what it amounts to under a payer's
 * policy, on HTTP and in a topic. {@link io.dorsal.coverage.CoverageMerge} is what this service makes of facts.
 */
@NullMarked
package io.dorsal.coverage;

import org.jspecify.annotations.NullMarked;
