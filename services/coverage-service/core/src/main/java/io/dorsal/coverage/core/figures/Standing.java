package io.dorsal.coverage.core.figures;

import io.dorsal.model.ClinicId;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Choice;
import io.dorsal.model.figures.Dimension;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.trial.Therapy;
import io.dorsal.model.trial.TrialState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one trial adds to the figures of its clinic; a function of the trial's dossier alone. Instants instead of a
 * state, since the state depends on when it is asked for.
 *
 * @param subject the clinic's pseudonym: trials of one subject are of one patient
 * @param waveform the only one that was logged while stimulation was on, or that it is none or several
 * @param placedOn the local date of lead placement
 * @param outcome null while responder-service has not spoken
 * @param diary answered of due days of baseline and trial
 * @param device received of sent events, as far as the highest sequence numbers tell
 * @param papers null while the lead is not out
 * @param opioids the tiers before and after under one factor set, or why there are none
 * @param choice of the clinician's latest decision that stands; null without one
 * @param daysToDecision from the date of lead removal to that of the decision; 0 when it came before; null without
 */
public record Standing(
        TrialId trial,
        ClinicId clinic,
        String subject,
        Therapy therapy,
        String waveform,
        @Nullable String indication,
        @Nullable String payer,
        @Nullable LocalDate placedOn,
        @Nullable Instant placedAt,
        @Nullable Instant removedAt,
        @Nullable Status outcome,
        Ratio diary,
        Ratio device,
        @Nullable Papers papers,
        String opioids,
        @Nullable Choice choice,
        @Nullable Integer daysToDecision,
        List<PayerAnswer> answers) {
    static final String NOT_STATED = "(not stated)";

    TrialState state(Instant now) {
        if (placedAt == null || placedAt.isAfter(now)) {
            return TrialState.PLANNED;
        }
        return removedAt == null || removedAt.isAfter(now) ? TrialState.RUNNING : TrialState.ENDED;
    }

    /** The group that the trial is in. */
    String group(Dimension by) {
        return switch (by) {
            case THERAPY -> therapy.word();
            case WAVEFORM -> waveform;
            case INDICATION -> indication == null ? NOT_STATED : indication;
            case PAYER -> payer == null ? NOT_STATED : payer;
        };
    }
}
