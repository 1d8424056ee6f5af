package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** What a policy's criteria amount to on these facts. Never an approval: the payer decides. */
public enum CoverageResult implements Word {
    SUPPORTED,
    NOT_SUPPORTED,
    INCOMPLETE;

    @Override
    public String word() {
        return name();
    }
}
