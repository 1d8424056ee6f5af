package io.dorsal.model.report;

import io.dorsal.model.Word;

/** Which end of a scale is the good one. PGIC is in use in both codings, so that each score of it brings its own. */
public enum CodingDirection implements Word {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER;

    @Override
    public String word() {
        return name();
    }
}
