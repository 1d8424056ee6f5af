/**
 * The edge to policy files: YAML to {@link io.dorsal.coverage.core.Policies}, strictly. A file with a mistake is refused
 * with line and column, and all its mistakes are told at once.
 */
@NullMarked
package io.dorsal.coverage.policy;

import org.jspecify.annotations.NullMarked;
