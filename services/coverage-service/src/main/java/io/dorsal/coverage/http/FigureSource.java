package io.dorsal.coverage.http;

import io.dorsal.coverage.core.figures.Selection;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.View;
import java.time.Instant;

/** Where figures come from. */
public interface FigureSource {
    /** Trials are planned, running or ended at {@code now}; of a clinic that is not known there are none. */
    ClinicFigures of(Selection selection, Instant now, View view);
}
