package io.dorsal.registry.core;

import java.util.List;

/**
 * A stretch of a list in a fixed order.
 *
 * @param more whether the list goes on after it
 */
public record Page<T>(List<T> items, boolean more) {
    public Page {
        items = List.copyOf(items);
    }

    /** The first {@code limit} of {@code fetched}, which holds one more than that if the list goes on. */
    public static <T> Page<T> of(List<T> fetched, int limit) {
        return fetched.size() > limit ? new Page<>(fetched.subList(0, limit), true) : new Page<>(fetched, false);
    }
}
