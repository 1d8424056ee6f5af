package io.dorsal.model.event;

import io.dorsal.model.Word;
import java.util.Locale;

/** The waveforms, all first-class. */
public enum Waveform implements Word {
    TONIC,
    HIGH_FREQUENCY,
    BURST,
    CLOSED_LOOP,
    DRG,
    PNS;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
