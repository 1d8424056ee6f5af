package io.dorsal.opioid.core;

/** A table that cannot be relied on: which file, which line, what was expected there and what came. */
public final class BrokenTable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenTable(String file, int line, String expected, String got) {
        super("%s:%d: expected %s, got '%s'".formatted(file, line, expected, got));
    }
}
