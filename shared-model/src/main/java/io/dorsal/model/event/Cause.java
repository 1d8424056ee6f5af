package io.dorsal.model.event;

import io.dorsal.model.Word;
import java.util.Locale;

/** Who or what changed the stimulation. */
public enum Cause implements Word {
    PATIENT,
    CLINICIAN,
    MAGNET,
    BATTERY,
    FAULT,
    SCHEDULE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
