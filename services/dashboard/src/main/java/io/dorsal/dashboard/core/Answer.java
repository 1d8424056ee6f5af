package io.dorsal.dashboard.core;

/** What came of asking one service. */
public sealed interface Answer<T> {

    /** As it was asked for. */
    record Found<T>(T value) implements Answer<T> {}

    /** The service knows of no such thing (yet). */
    record Unknown<T>() implements Answer<T> {}

    /**
     * No answer.
     *
     * @param because a clause for the page, such as {@code it did not answer within 1500 ms}
     */
    record Unavailable<T>(String because) implements Answer<T> {}
}
