package io.dorsal.coverage.frontdoor;

/** What came of asking for an outcome. */
public sealed interface Answer<O> {
    record Found<O>(O outcome) implements Answer<O> {}

    /** The service does not know the trial, or not yet. */
    record Unknown<O>() implements Answer<O> {}

    /** @param why in words, without anything of the patient's */
    record Unavailable<O>(String why) implements Answer<O> {}
}
