/** Figures over many trials, as clinics see and export them. */
@NullMarked
package io.dorsal.model.figures;

import org.jspecify.annotations.NullMarked;
