package io.dorsal.model;

/**
 * What a sender got wrong: a stable reason, the field (a JSON path without the leading {@code $.}) and what was
 * expected there. It never carries the value that came, so that it may be logged.
 */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String field;
    private final String expected;

    public Malformed(Reason reason, String field, String expected) {
        // No stack trace: this is an answer to a sender, made as often as senders err.
        super(message(reason, field, expected), null, false, false);
        this.reason = reason;
        this.field = field;
        this.expected = expected;
    }

    private static String message(Reason reason, String field, String expected) {
        return field.isEmpty()
                ? "%s: expected %s".formatted(reason.word(), expected)
                : "%s: %s: expected %s".formatted(reason.word(), field, expected);
    }

    public Reason reason() {
        return reason;
    }

    /** Empty when the whole document is meant. */
    public String field() {
        return field;
    }

    public String expected() {
        return expected;
    }

    /** The same complaint about a field that lies inside {@code parent}. */
    public Malformed within(String parent) {
        String path = field.isEmpty() ? parent : field.startsWith("[") ? parent + field : parent + "." + field;
        return new Malformed(reason, path, expected);
    }
}
