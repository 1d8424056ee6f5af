package io.dorsal.dashboard.core.function;

import io.dorsal.model.outcome.HolisticDomain;
import io.dorsal.model.outcome.HolisticOutcome.Side;
import io.dorsal.model.outcome.HolisticReason;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.report.CodingDirection;

/** Each word of a holistic outcome as a page says it. */
final class FunctionWords {
    private FunctionWords() {}

    static String status(Status status) {
        return switch (status) {
            case RESPONDER -> "Holistic responder";
            case NON_RESPONDER -> "Not a holistic responder";
            case UNDETERMINED -> "Undetermined";
            case NOT_EVALUABLE -> "Not evaluable";
        };
    }

    static String because(HolisticReason reason) {
        return switch (reason) {
            case NOT_STARTED -> "The lead is not placed yet.";
            case MIXED_SCALES -> "Reports of this trial use both NRS and VAS, which are never converted.";
            case NO_FUNCTION_REPORTED -> "No questionnaire was answered, and pain alone is no measure of function.";
            case BASELINE_INCOMPLETE -> "A score from before the placement is missing.";
            case NOT_IMPAIRED -> "No domain was impaired at baseline, so there is nothing to improve.";
            case TRIAL_INCOMPLETE -> "A score from the trial is missing.";
        };
    }

    static String domain(HolisticDomain domain) {
        return switch (domain) {
            case PAIN -> "Pain";
            case ODI -> "ODI, Oswestry Disability Index";
            case EQ_5D_5L -> "EQ-5D-5L index";
            case PROMIS_PHYSICAL_FUNCTION -> "PROMIS physical function";
            case PROMIS_PAIN_INTERFERENCE -> "PROMIS pain interference";
            case PROMIS_SLEEP_DISTURBANCE -> "PROMIS sleep disturbance";
            case SLEEP -> "Sleep quality, 0\u201310";
        };
    }

    /** An index from about 0 to 1 needs more decimals than a score in points. */
    static int places(HolisticDomain domain) {
        return switch (domain) {
            case EQ_5D_5L -> 3;
            case PAIN -> 2;
            case ODI, PROMIS_PHYSICAL_FUNCTION, PROMIS_PAIN_INTERFERENCE, PROMIS_SLEEP_DISTURBANCE, SLEEP -> 1;
        };
    }

    static String side(Side side) {
        return switch (side) {
            case BASELINE -> "a score from before the placement";
            case TRIAL -> "a score from the trial";
        };
    }

    static String direction(CodingDirection direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> "where 7 is the best";
            case LOWER_IS_BETTER -> "where 1 is the best";
        };
    }
}
