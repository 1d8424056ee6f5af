/** PostgreSQL: the facts of devices as joins, beside what is stated about trials. */
@NullMarked
package io.dorsal.responder.store;

import org.jspecify.annotations.NullMarked;
