package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** What the stimulator did during the half hour before a pain entry. */
public enum StimulationState implements Word {
    ON,
    OFF,
    TRANSITION,
    UNKNOWN;

    @Override
    public String word() {
        return name();
    }
}
