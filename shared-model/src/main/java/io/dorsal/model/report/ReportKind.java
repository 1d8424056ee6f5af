package io.dorsal.model.report;

import io.dorsal.model.Word;

/** The kinds of patient and clinic reports. */
public enum ReportKind implements Word {
    PAIN,
    INTAKE,
    NO_INTAKE,
    PATCH,
    ANALGESIC_REDUCTION,
    FUNCTION,
    PERCEIVED_RELIEF;

    @Override
    public String word() {
        return name();
    }
}
