/** The rule of {@code io.dorsal.model.web} at every HTTP port of Quarkus; a service has it by depending on this. */
@NullMarked
package io.dorsal.fence;

import org.jspecify.annotations.NullMarked;
