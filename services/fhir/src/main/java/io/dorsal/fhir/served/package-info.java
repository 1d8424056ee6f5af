/** What {@code /fhir} serves of a released packet. */
@NullMarked
package io.dorsal.fhir.served;

import org.jspecify.annotations.NullMarked;
