package io.dorsal.opioid.core;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.NotConvertedReason;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What becomes of one opioid in one dose. */
sealed interface Conversion {

    /**
     * Counts.
     *
     * @param amount in the unit of the factor: milligrams, or micrograms per hour over the share of the day
     */
    record Converted(Factor factor, Rational amount) implements Conversion {}

    /** Present, with no MME. */
    record Unconverted(
            String rxcui, @Nullable String name, @Nullable String opioid, NotConvertedReason reason)
            implements Conversion {
        static final Comparator<Unconverted> BY_DRUG = Comparator.comparing(Unconverted::rxcui)
                .thenComparing(Unconverted::opioid, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Unconverted::reason);
    }
}
