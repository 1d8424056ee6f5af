package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** What a criterion rests on. */
public enum CriterionKind implements Word {
    /** On figures that outcomes give. */
    COMPUTED,
    /** On dated documents, attestations, or the list of earlier treatments. */
    DOCUMENT,
    /** On codes: diagnosis, procedure, place of service, therapy, waveform. */
    CODE;

    @Override
    public String word() {
        return name();
    }
}
