/** PostgreSQL: what is known of trials, and the determinations that follow. */
@NullMarked
package io.dorsal.coverage.store;

import org.jspecify.annotations.NullMarked;
