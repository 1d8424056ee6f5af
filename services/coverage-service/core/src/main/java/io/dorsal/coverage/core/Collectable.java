package io.dorsal.coverage.core;

/** Until when a fact can be collected. */
public enum Collectable {
    /** Before the trial lead goes in. */
    BEFORE_PLACEMENT,
    /** While the trial lead is in. */
    DURING_TRIAL,
    /** Until the permanent implant, or its claim. */
    BEFORE_IMPLANT,
    AT_ANY_TIME
}
