package io.dorsal.coverage.http;

import io.dorsal.model.Reason;

/** What is asked for does not fit what there is. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    /** @param detail in words, without anything of the patient's */
    public Conflict(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
