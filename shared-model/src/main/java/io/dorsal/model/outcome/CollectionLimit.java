package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** Until when something missing can still be collected; in the order of the time left. */
public enum CollectionLimit implements Word {
    /** Until a known instant. */
    UNTIL,
    /** Until the lead goes in, whose time is not known yet. */
    PLACEMENT,
    /** Until the lead comes out, whose time is not planned yet. */
    LEAD_REMOVAL,
    /** Until the permanent implant, or its claim. */
    BEFORE_IMPLANT,
    NO_LIMIT,
    TOO_LATE;

    @Override
    public String word() {
        return name();
    }
}
