package io.dorsal.model.figures;

import io.dorsal.model.Word;
import java.util.Locale;

/** What figures are broken down by. */
public enum Dimension implements Word {
    THERAPY,
    WAVEFORM,
    INDICATION,
    PAYER;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
