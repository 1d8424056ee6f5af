package io.dorsal.merge.store;

/** Facts that were read and cannot be merged, not even in memory. */
public final class Unmergeable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unmergeable(RuntimeException cause) {
        super("Facts cannot be merged (%s)".formatted(cause.getClass().getName()), cause);
    }
}
