package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** What a trial's pain facts amount to. Never a verdict: a clinician decides. */
public enum Status implements Word {
    NOT_EVALUABLE,
    UNDETERMINED,
    RESPONDER,
    NON_RESPONDER;

    @Override
    public String word() {
        return name();
    }
}
