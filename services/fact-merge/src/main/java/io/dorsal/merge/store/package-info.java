/** PostgreSQL: statements as joins, outcomes, outbox, positions. Plain SQL over whole columns, none per row. */
@NullMarked
package io.dorsal.merge.store;

import org.jspecify.annotations.NullMarked;
