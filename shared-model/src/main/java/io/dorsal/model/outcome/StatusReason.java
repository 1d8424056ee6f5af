package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** Why a trial is not evaluable or still undetermined. */
public enum StatusReason implements Word {
    BASELINE_ZERO,
    MIXED_SCALES,
    NOT_STARTED,
    BASELINE_INCOMPLETE,
    TRIAL_INCOMPLETE;

    @Override
    public String word() {
        return name();
    }
}
