package io.dorsal.model.outcome;

import io.dorsal.model.Word;

/** Who can supply missing evidence. */
public enum Supplier implements Word {
    /** In the diary. */
    PATIENT,
    /** The clinic's coordinator, from its own records. */
    CLINIC,
    /** The clinician who treats the pain. */
    CLINICIAN,
    /** Whoever made the psychological or behavioural evaluation. */
    BEHAVIORAL_HEALTH,
    /** Where the lead, or the system, is implanted. */
    FACILITY,
    PAYER,
    /** The stimulator's log. */
    DEVICE;

    @Override
    public String word() {
        return name();
    }
}
