package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** How much relief, beside the status [IMMPACT; EVOKE for 80 %]. */
public enum Grade implements Word {
    HIGH,
    SUBSTANTIAL,
    MODERATE,
    BELOW_MODERATE;

    @Override
    public String word() {
        return name();
    }
}
