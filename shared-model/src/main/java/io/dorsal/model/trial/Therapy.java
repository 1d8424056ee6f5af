package io.dorsal.model.trial;

import io.dorsal.model.Word;

/** The neuromodulation therapies that Dorsal follows. */
public enum Therapy implements Word {
    SCS,
    DRG,
    PNS;

    @Override
    public String word() {
        return name();
    }
}
