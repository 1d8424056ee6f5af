/** PostgreSQL: what is stated about trials. */
@NullMarked
package io.dorsal.opioid.store;

import org.jspecify.annotations.NullMarked;
