package io.dorsal.model;

/** What a pain score speaks of: the average, worst or least of a period, or the moment. */
public enum PainConstruct implements Word {
    AVERAGE,
    WORST,
    LEAST,
    CURRENT;

    @Override
    public String word() {
        return name();
    }
}
