/**
 * Facts from topics, merged into PostgreSQL; outcomes out through an outbox; the position in the same transaction. What
 * a service adds is a {@link io.dorsal.merge.FactMerge} and a {@link io.dorsal.merge.Merging}; {@link
 * io.dorsal.merge.Pipeline} reads top to bottom.
 */
@NullMarked
package io.dorsal.merge;

import org.jspecify.annotations.NullMarked;
