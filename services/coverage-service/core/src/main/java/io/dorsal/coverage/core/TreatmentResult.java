package io.dorsal.coverage.core;

import io.dorsal.model.Word;

/** The closed list of how an earlier treatment went. */
public enum TreatmentResult implements Word {
    /** Tried, and did not prove satisfactory. Only counts with its date. */
    FAILED,
    HELPED,
    ONGOING,
    /** Judged unsuitable, so never tried. */
    UNSUITABLE,
    /** Contraindicated, so never tried. */
    CONTRAINDICATED;

    @Override
    public String word() {
        return name();
    }

    /** Coverage asks for treatments "with dates and results": what was tried has a date. */
    boolean needsDate() {
        return this == FAILED || this == HELPED || this == ONGOING;
    }
}
