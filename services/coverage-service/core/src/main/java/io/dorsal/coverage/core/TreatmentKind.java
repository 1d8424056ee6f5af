package io.dorsal.coverage.core;

import io.dorsal.model.Word;

/** The closed list of earlier treatments that a policy may ask for. The registry keeps other words; they match nothing. */
public enum TreatmentKind implements Word {
    DRUG_THERAPY("medication for the pain", true),
    SURGERY("surgery for the pain, such as of the spine", false),
    PHYSICAL_THERAPY("physical therapy or supervised exercise", true),
    PSYCHOLOGICAL_THERAPY("psychological or behavioural therapy", true),
    INJECTION("injections, blocks or ablation", false),
    NEUROSTIMULATION_TRIAL("an earlier trial of neurostimulation", false);

    private final String meaning;
    private final boolean conservative;

    TreatmentKind(String meaning, boolean conservative) {
        this.meaning = meaning;
        this.conservative = conservative;
    }

    @Override
    public String word() {
        return name();
    }

    public String meaning() {
        return meaning;
    }

    /** Counts towards {@link FactName#CONSERVATIVE_CARE}. */
    public boolean isConservative() {
        return conservative;
    }
}
