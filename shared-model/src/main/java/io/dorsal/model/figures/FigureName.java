package io.dorsal.model.figures;

import io.dorsal.model.Word;
import java.util.Locale;

/** The figures of {@code clinic-figures/1}, in the order in which they are shown. */
public enum FigureName implements Word {
    TRIALS_PLANNED,
    TRIALS_RUNNING,
    TRIALS_ENDED,
    OUTCOMES,
    OUTCOMES_SO_FAR,
    DECISIONS,
    DAYS_TO_DECISION,
    DIARY,
    DEVICE,
    DOCUMENTS,
    OPIOID_TIERS,
    PAYER_ANSWERS,
    DENIAL_REASONS,
    DISPUTED_CRITERIA,
    TURNAROUND;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
