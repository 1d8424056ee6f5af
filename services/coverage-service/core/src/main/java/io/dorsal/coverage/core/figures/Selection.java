package io.dorsal.coverage.core.figures;

import io.dorsal.model.ClinicId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which trials figures are of.
 *
 * @param clinic null for all
 * @param from the first local date of lead placement that counts; with either date, a trial without placement does not
 * @param to the last one
 */
public record Selection(
        @Nullable ClinicId clinic,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public boolean has(Standing trial) {
        return (clinic == null || clinic.equals(trial.clinic())) && hasPlacement(trial.placedOn());
    }

    private boolean hasPlacement(@Nullable LocalDate placed) {
        boolean always = from == null && to == null;
        return always
                || (placed != null && (from == null || !placed.isBefore(from)) && (to == null || !placed.isAfter(to)));
    }
}
