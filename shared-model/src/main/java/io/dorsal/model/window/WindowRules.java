package io.dorsal.model.window;

import io.dorsal.model.Rational;

/**
 * Which days make a mean. What a source prescribes is named with it; [ours] marks what no source prescribes.
 *
 * @param baselineDays local dates before the placement date [7-day diary of the SCS RCT protocols]
 * @param baselineAnsweredMin [ours]
 * @param trialAnsweredMin [ours]
 * @param trialAnsweredShareMin of the trial days [ours]
 * @param lastDays shown beside the whole trial ["average of last 3 days" in protocols]
 * @param trialDaysMax a bound for a trial whose removal nobody entered; the registry refuses longer ones [ours]
 */
public record WindowRules(
        int baselineDays,
        int baselineAnsweredMin,
        int trialAnsweredMin,
        Rational trialAnsweredShareMin,
        int lastDays,
        int trialDaysMax) {
    public static final WindowRules SEVEN_DAY_DIARY = new WindowRules(7, 4, 3, Rational.of(1, 2), 3, 60);

    /** Whether that many answered baseline days make a baseline mean. */
    public boolean isBaselineEnough(int answered) {
        return answered >= baselineAnsweredMin;
    }

    /** Whether that many answered of that many trial days make a trial mean. */
    public boolean isTrialEnough(int answered, int days) {
        return answered >= trialAnsweredMin && trialAnsweredShareMin.times(days).isAtMost(Rational.of(answered));
    }
}
