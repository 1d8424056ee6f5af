package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** Which window a local date belongs to; a planned day lies ahead, or is the as-of date while it is unanswered. */
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
