/** FHIR R4 as Dorsal speaks it: pure translation between facts, outcomes and resources. */
@NullMarked
package io.dorsal.fhir;

import org.jspecify.annotations.NullMarked;
