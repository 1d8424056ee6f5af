package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** Which window a local date belongs to; a planned day lies ahead of the as-of date. */
public enum DayWindow implements Word {
    BEFORE,
    BASELINE,
    PLACEMENT,
    TRIAL,
    PLANNED,
    AFTER;

    @Override
    public String word() {
        return name();
    }
}
