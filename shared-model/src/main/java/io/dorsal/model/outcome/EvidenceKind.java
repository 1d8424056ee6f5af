package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** What kind of thing is missing. */
public enum EvidenceKind implements Word {
    FACT,
    DIARY_DAY,
    DOCUMENT,
    TREATMENT;

    @Override
    public String word() {
        return name();
    }
}
