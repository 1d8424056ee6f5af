package io.dorsal.coverage.core;

import io.dorsal.model.Word;

/** The closed list of professions that a policy may ask of a document's author. */
public enum Author implements Word {
    PSYCHIATRIST,
    PSYCHOLOGIST,
    /** Licensed clinical social worker. */
    LCSW,
    /** Non-physician practitioner under a physician's supervision. */
    SUPERVISED_NPP,
    PHYSICIAN;

    @Override
    public String word() {
        return name();
    }
}
