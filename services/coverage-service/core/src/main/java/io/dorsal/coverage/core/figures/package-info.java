/**
 * From trials to a clinic's figures ({@link io.dorsal.coverage.core.figures.FigureTables}): each trial leaves a {@link
 * io.dorsal.coverage.core.figures.Standing}, each {@link io.dorsal.coverage.core.figures.FigureRule} counts them, and
 * {@link io.dorsal.coverage.core.figures.SmallCells} takes out what may not leave the clinic.
 */
@NullMarked
package io.dorsal.coverage.core.figures;

import org.jspecify.annotations.NullMarked;
