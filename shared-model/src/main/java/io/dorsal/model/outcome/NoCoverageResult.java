package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** Why a policy gives no result for a trial. */
public enum NoCoverageResult implements Word {
    /** No policy of that id is known. */
    NO_SUCH_POLICY,
    /** No version of it is in force on the date of service. */
    NONE_IN_FORCE,
    /** The policy is about another therapy, procedure or place. */
    DOES_NOT_APPLY;

    @Override
    public String word() {
        return name();
    }
}
