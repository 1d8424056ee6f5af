package io.dorsal.opioid.core;

import io.dorsal.model.Word;

/** What a strength in the drug table is per, in UCUM. */
public enum StrengthUnit implements Word {
    /** Per tablet, capsule, film, lozenge, suppository. */
    MG("mg"),
    MG_PER_ML("mg/mL"),
    MG_PER_HOUR("mg/h"),
    MG_PER_ACTUATION("mg/{actuat}");

    private final String word;

    StrengthUnit(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
