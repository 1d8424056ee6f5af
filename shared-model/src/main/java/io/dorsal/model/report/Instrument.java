package io.dorsal.model.report;

import io.dorsal.model.Word;

/** Questionnaires and scales of function, with the bounds of their scores. */
public enum Instrument implements Word {
    /** Oswestry Disability Index, percent; higher is worse. */
    ODI(0, 100),
    /** EQ-5D-5L index; higher is better, below 0 is worse than death. */
    EQ_5D_5L(-1, 1),
    /** T-score, 50 in the reference population with a standard deviation of 10; higher is better. */
    PROMIS_PHYSICAL_FUNCTION(0, 100),
    /** T-score; higher is worse. */
    PROMIS_PAIN_INTERFERENCE(0, 100),
    /** T-score; higher is worse. */
    PROMIS_SLEEP_DISTURBANCE(0, 100),
    /** Patient Global Impression of Change, 1 to 7; the coding direction is stored with the score. */
    PGIC(1, 7),
    /** Sleep quality, 0 to 10; higher is better. */
    SLEEP(0, 10);

    private final int min;
    private final int max;

    Instrument(int min, int max) {
        this.min = min;
        this.max = max;
    }

    public int min() {
        return min;
    }

    public int max() {
        return max;
    }

    @Override
    public String word() {
        return name();
    }
}
