package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** Bands of MME per day, lower bound included. A description, never a dosing limit. */
public enum MmeTier implements Word {
    ZERO("0"),
    ABOVE_0("0-20"),
    FROM_20("20-50"),
    FROM_50("50-90"),
    FROM_90("90+");

    private final String word;

    MmeTier(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
