package io.dorsal.dashboard.core;

import io.dorsal.model.outcome.MmeTier;
import io.dorsal.model.outcome.NotConvertedReason;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import io.dorsal.model.outcome.OpioidReason;
import io.dorsal.model.outcome.OpioidStatus;
import io.dorsal.model.outcome.Reduction;
import io.dorsal.model.presentation.NumberText;

/** Each word of an opioid outcome as a page says it. A description: none says what dose would be right. */
public final class OpioidWords {
    private OpioidWords() {}

    public static String status(OpioidStatus status) {
        return switch (status) {
            case NOT_EVALUABLE -> "Not evaluable";
            case UNDETERMINED -> "Undetermined";
            case NOT_APPLICABLE -> "Not applicable";
            case DETERMINED -> "Change determined";
        };
    }

    /** Why no change is stated, with this trial's days. */
    public static String because(OpioidReason reason, OpioidOutcome o) {
        return switch (reason) {
            case NOT_STARTED -> "The lead is not placed yet.";
            case NO_INTAKE_REPORTED ->
                "Not one day of baseline and trial has a medication report, so what was taken is unknown. What was "
                        + "prescribed does not stand in for it.";
            case BASELINE_INCOMPLETE ->
                "The baseline has %d of %d days with a medication report; at least 4 are needed."
                        .formatted(
                                o.taken().baseline().knownDays(),
                                o.taken().baseline().days());
            case BASELINE_ZERO ->
                "Nothing that has an MME was taken before placement, so there is nothing to reduce and no percentage.";
            case TRIAL_INCOMPLETE ->
                "The trial has %d of %d days with a medication report; at least 3, and at least half of the days, are needed."
                        .formatted(
                                o.taken().trial().knownDays(), o.taken().trial().days());
        };
    }

    public static String reduction(Reduction reduction) {
        return switch (reduction) {
            case ANY -> "Any reduction";
            case AT_LEAST_20 -> "20\u00a0% or more";
            case AT_LEAST_30 -> "30\u00a0% or more";
            case AT_LEAST_50 -> "50\u00a0% or more";
            case ELIMINATED -> "Eliminated";
        };
    }

    /** A band of MME per day. */
    public static String tier(MmeTier tier) {
        return switch (tier) {
            case ZERO -> "0";
            case ABOVE_0 -> "above 0, below 20";
            case FROM_20 -> "20 to below 50";
            case FROM_50 -> "50 to below 90";
            case FROM_90 -> "90 or more";
        };
    }

    public static String reason(NotConvertedReason reason) {
        return switch (reason) {
            case UNKNOWN_DRUG -> "the drug table has no such RxCUI";
            case NO_FACTOR -> "the factor set has no factor for it";
            case PARENTERAL -> "injected or implanted, and the factors are for other routes";
            case UNIT_DOES_NOT_FIT -> "the unit of the dose does not fit the strength of the drug";
        };
    }

    /** A day that could have a medication report and has none. */
    public static boolean isUnknown(Day day) {
        return !day.known()
                && switch (day.window()) {
                    case BASELINE, PLACEMENT, TRIAL -> true;
                    case BEFORE, PLANNED, AFTER -> false;
                };
    }

    /** What was taken on a day, such as {@code 90.0 + not converted}. */
    public static String taken(Day day) {
        if (!day.known()) {
            return isUnknown(day) ? "unknown" : NumberText.NONE;
        }
        return NumberText.mean(day.mme()) + (day.partial() ? " + not converted" : "");
    }

    /** The publication a factor set is from; the set's own name when it is another. */
    public static String citation(String factorSet) {
        return switch (factorSet) {
            case "cdc-2022" ->
                "Dowell D, Ragan KR, Jones CM, Baldwin GT, Chou R. CDC Clinical Practice Guideline for Prescribing "
                        + "Opioids for Pain, United States, 2022. MMWR Recomm Rep 2022;71(RR-3):1\u201395.";
            case "cdc-2016" ->
                "Dowell D, Haegerich TM, Chou R. CDC Guideline for Prescribing Opioids for Chronic Pain, United States, "
                        + "2016. MMWR Recomm Rep 2016;65(RR-1):1\u201349. Kept to reproduce old reports.";
            default -> "No citation is at hand for this factor set.";
        };
    }
}
