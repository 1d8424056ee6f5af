package io.dorsal.coverage.core.figures;

/** How much there is of what is due; a sum of ratios is one of sums. */
public record Ratio(long have, long due) {
    static final Ratio NONE = new Ratio(0, 0);

    Ratio plus(Ratio other) {
        return new Ratio(have + other.have, due + other.due);
    }
}
