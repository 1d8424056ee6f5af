package io.dorsal.dashboard.core.clinic;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.model.figures.ClinicFigures;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The figures, from the service that counts them. */
public interface FigureSource {
    Answer<ClinicFigures> ask(Asked asked);

    /**
     * What figures are asked for.
     *
     * @param clinic empty for all clinics together
     * @param from the first date of lead placement that counts; null for all
     * @param to the last one; null for all
     */
    record Asked(
            String clinic,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}
}
