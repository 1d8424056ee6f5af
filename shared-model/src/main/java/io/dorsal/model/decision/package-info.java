/** What was decided about a trial, by its clinician and by its payer. */
@NullMarked
package io.dorsal.model.decision;

import org.jspecify.annotations.NullMarked;
