package io.dorsal.coverage.http;

/** The outcomes of the instant that was asked for are not to be had now. */
public final class OutcomesUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param why in words, without anything of the patient's */
    public OutcomesUnavailable(String why) {
        super(why);
    }
}
