package io.dorsal.standalone.simulate.core;

/** Something that goes wrong with a stimulator on a given day. */
public enum Incident {
    RESTART,
    /** A restart after which the clock starts in 1970. */
    CLOCK_RESET,
    LEAD_DISCONNECTED,
    LOW_BATTERY
}
