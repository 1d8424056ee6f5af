package io.dorsal.merge.store;

import io.dorsal.model.Malformed;

/**
 * What is stored no longer parses, as after a parser became stricter. A fault of ours and never of who asks, hence not
 * the {@link Malformed} that it began as.
 */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unreadable(RuntimeException cause) {
        super("What is stored cannot be read (%s)".formatted(cause.getClass().getName()), cause);
    }
}
