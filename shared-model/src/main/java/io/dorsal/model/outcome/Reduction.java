package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** How far the trial's MME lies below the baseline's; each implies those before it. */
public enum Reduction implements Word {
    ANY,
    AT_LEAST_20,
    AT_LEAST_30,
    AT_LEAST_50,
    ELIMINATED;

    @Override
    public String word() {
        return name();
    }
}
