package io.dorsal.coverage.core;

import java.util.regex.Pattern;

/** What a named fact's value is, and therefore what a policy may ask of it. */
public sealed interface FactType {

    /**
     * An exact number.
     *
     * @param lowerBound more may be true than is on file (an earlier treatment not listed), so that too little of it is
     *     never a "no"
     */
    record Quantity(Unit unit, boolean lowerBound) implements FactType {}

    /**
     * One code, or several at once.
     *
     * @param form what a code of this fact looks like
     * @param expected the same in words
     */
    record Code(Pattern form, String expected) implements FactType {
        static Code of(String form, String expected) {
            return new Code(Pattern.compile(form), expected);
        }
    }

    /** A local date. */
    record Day() implements FactType {}
}
