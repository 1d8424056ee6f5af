/** PostgreSQL: trials, reports, devices and the outbox. */
@NullMarked
package io.dorsal.registry.store;

import org.jspecify.annotations.NullMarked;
