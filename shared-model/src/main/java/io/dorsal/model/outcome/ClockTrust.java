package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** Whether a boot's device times can be relied on. */
public enum ClockTrust implements Word {
    TRUSTED,
    OFFSET_UNKNOWN,
    UNTRUSTED;

    @Override
    public String word() {
        return name();
    }
}
