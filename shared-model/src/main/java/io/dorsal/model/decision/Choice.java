package io.dorsal.model.decision;

import io.dorsal.model.Word;

/** What a clinician may decide after, or during, a trial. The software proposes none of them. */
public enum Choice implements Word {
    IMPLANT,
    NO_IMPLANT,
    EXTEND,
    REPEAT,
    OTHER;

    @Override
    public String word() {
        return name();
    }
}
