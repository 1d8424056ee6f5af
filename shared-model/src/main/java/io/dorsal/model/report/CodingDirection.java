package io.dorsal.model.report;

import io.dorsal.model.Word;

/** Which end of an impression scale is the good one; both codings of PGIC are in use. */
public enum CodingDirection implements Word {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER;

    @Override
    public String word() {
        return name();
    }
}
