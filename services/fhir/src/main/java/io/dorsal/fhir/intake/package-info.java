/** What is posted in FHIR, as reports and prescriptions of trials, or refused with the path of what is wrong. */
@NullMarked
package io.dorsal.fhir.intake;

import org.jspecify.annotations.NullMarked;
