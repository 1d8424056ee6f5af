package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** What one criterion of a policy amounts to on these facts. */
public enum CriterionResult implements Word {
    MET,
    NOT_MET,
    /** A needed fact is missing. */
    NOT_DETERMINABLE,
    /** Only a document of a human can answer. */
    ATTESTATION_REQUIRED,
    /** Its own precondition is false. */
    NOT_APPLICABLE;

    @Override
    public String word() {
        return name();
    }
}
