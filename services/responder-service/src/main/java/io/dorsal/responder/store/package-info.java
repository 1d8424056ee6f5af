/** PostgreSQL: facts as joins, outcomes, outbox, positions. Plain SQL over whole columns, no statement per row. */
@NullMarked
package io.dorsal.responder.store;

import org.jspecify.annotations.NullMarked;
