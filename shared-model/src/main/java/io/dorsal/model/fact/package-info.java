/** Facts as a set: which revision counts, when each is dated, and the digest that names them. */
@NullMarked
package io.dorsal.model.fact;

import org.jspecify.annotations.NullMarked;
