package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** Why a medication that is present has no MME. It is not zero: the total of such a day is partial. */
public enum NotConvertedReason implements Word {
    /** The drug table has no such RxCUI. */
    UNKNOWN_DRUG,
    /** The factor set has no factor for the opioid, or none for this dose form. */
    NO_FACTOR,
    /** The factors are for enteral and transdermal doses; this form is given by another route. */
    PARENTERAL,
    /** The dose's unit does not fit the strength: drops of a tablet, say, or tablets of a patch. */
    UNIT_DOES_NOT_FIT;

    @Override
    public String word() {
        return name();
    }
}
