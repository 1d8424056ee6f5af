package io.dorsal.model.trial;

import io.dorsal.model.Word;

/** Where a trial stands: the lead is not yet in, in, or out. */
public enum TrialState implements Word {
    PLANNED,
    RUNNING,
    ENDED;

    @Override
    public String word() {
        return name();
    }
}
