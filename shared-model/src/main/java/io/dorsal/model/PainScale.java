package io.dorsal.model;

/** The two pain scales: numeric rating 0–10, visual analogue 0–100 mm. Never mixed inside one trial. */
public enum PainScale implements Word {
    NRS(10, 3, 4),
    VAS(100, 25, 40);

    private final int worst;
    private final int remissionAtMost;
    private final int lowBaselineBelow;

    PainScale(int worst, int remissionAtMost, int lowBaselineBelow) {
        this.worst = worst;
        this.remissionAtMost = remissionAtMost;
        this.lowBaselineBelow = lowBaselineBelow;
    }

    /** The worst possible score; the best is 0. */
    public int worst() {
        return worst;
    }

    /** The greatest trial mean that counts as remission [SENZA-RCT]. */
    public int remissionAtMost() {
        return remissionAtMost;
    }

    /** A baseline mean below this has a floor effect [IMMPACT: 4 on the 0–10 scale]. */
    public int lowBaselineBelow() {
        return lowBaselineBelow;
    }

    @Override
    public String word() {
        return name();
    }
}
