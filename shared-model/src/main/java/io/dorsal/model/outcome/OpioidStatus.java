package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** Whether a trial's reports make a change of opioid dose that can be stated. */
public enum OpioidStatus implements Word {
    NOT_EVALUABLE,
    UNDETERMINED,
    /** Nothing was taken at baseline, so there is nothing to reduce: never 100 %. */
    NOT_APPLICABLE,
    DETERMINED;

    @Override
    public String word() {
        return name();
    }
}
