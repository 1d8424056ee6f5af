package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** Why no change of opioid dose is stated. */
public enum OpioidReason implements Word {
    NOT_STARTED,
    /** Not one day of baseline and trial has a medication report; the prescription is no substitute. */
    NO_INTAKE_REPORTED,
    BASELINE_INCOMPLETE,
    BASELINE_ZERO,
    TRIAL_INCOMPLETE;

    @Override
    public String word() {
        return name();
    }
}
