/** Facts and outcomes of a trial as a FHIR document, and as a request for prior authorization. */
@NullMarked
package io.dorsal.fhir.document;

import org.jspecify.annotations.NullMarked;
