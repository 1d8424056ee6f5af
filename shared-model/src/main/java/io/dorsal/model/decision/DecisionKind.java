package io.dorsal.model.decision;

import io.dorsal.model.Word;
import java.util.Locale;

/** Whose decision it is. */
public enum DecisionKind implements Word {
    CLINICIAN,
    PAYER;

    @Override
    public String word() {
        return name();
    }

    String eventType() {
        return "io.dorsal.%s-decision.v1".formatted(name().toLowerCase(Locale.ROOT));
    }
}
