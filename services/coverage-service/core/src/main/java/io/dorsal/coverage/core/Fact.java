package io.dorsal.coverage.core;

/** What is known under a fact's name: a value, or why there is none. A missing fact is never a "no". */
public sealed interface Fact {

    /** @param source definition, version and window that the value comes from */
    record Known(FactValue value, String source) implements Fact {}

    record Absent(String why) implements Fact {}
}
