/** What a patient or clinic says. */
@NullMarked
package io.dorsal.model.report;

import org.jspecify.annotations.NullMarked;
