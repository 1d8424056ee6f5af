package io.dorsal.standalone.simulate.core;

import io.dorsal.model.PainScale;
import java.math.BigDecimal;

/**
 * What a patient's pain is truly like, which no diary shows directly.
 *
 * @param baseline mean level before the trial, 0 to 10
 * @param relief true share of the baseline that stimulation takes away; negative when it makes things worse
 * @param spread standard deviation from day to day, on 0 to 10
 */
public record Pain(double baseline, double relief, double spread) {
    private static final double WITHOUT_STIMULATION_SHARE = 0.8;

    /**
     * The level of one day, 0 to 10.
     *
     * @param day counted from the placement date, which is 0; days before it are negative
     */
    public double level(int day, Dice dice) {
        return clamped(baseline * (1 - relief * washIn(day)) + spread * dice.bell());
    }

    /** The level of a moment of that day: most of the relief goes while stimulation is off. */
    public double momentary(int day, boolean on, Dice dice) {
        double share = on ? washIn(day) : washIn(day) * (1 - WITHOUT_STIMULATION_SHARE);
        return clamped(baseline * (1 - relief * share) + spread * dice.bell());
    }

    /** Relief builds up over the first two days. */
    private static double washIn(int day) {
        if (day <= 0) {
            return 0;
        }
        return switch (day) {
            case 1 -> 0.75;
            case 2 -> 0.9;
            default -> 1;
        };
    }

    /** A level as the patient writes it: whole numbers on the NRS, whole millimetres on the VAS. */
    public static BigDecimal score(double level, PainScale scale) {
        return BigDecimal.valueOf(Math.round(level * scale.worst() / 10));
    }

    private static double clamped(double level) {
        return Math.min(10, Math.max(0, level));
    }
}
