package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** Why no holistic response is stated. */
public enum HolisticReason implements Word {
    NOT_STARTED,
    MIXED_SCALES,
    /** No questionnaire was answered: pain alone is no holistic measure. */
    NO_FUNCTION_REPORTED,
    BASELINE_INCOMPLETE,
    /** No domain was impaired at baseline, so that there is nothing to improve. */
    NOT_IMPAIRED,
    TRIAL_INCOMPLETE;

    @Override
    public String word() {
        return name();
    }
}
