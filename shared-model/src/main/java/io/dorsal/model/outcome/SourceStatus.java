package io.dorsal.model.outcome;

import io.dorsal.model.Word;
import java.util.Locale;

/** How well a policy's text is known: read itself, or read in a summary ("check against the payer's current document"). */
public enum SourceStatus implements Word {
    PRIMARY,
    SECONDARY;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
