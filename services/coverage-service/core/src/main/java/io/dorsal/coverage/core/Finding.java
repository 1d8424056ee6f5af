package io.dorsal.coverage.core;

import io.dorsal.model.Word;

/** The closed list of what a document can say; each {@link DocumentKind} names those that fit it. */
public enum Finding implements Word {
    CLEARED,
    NOT_CLEARED,
    /** No sign of a substance use disorder. */
    NEGATIVE,
    /** A substance use disorder that is treated or in remission. */
    TREATED,
    /** An active, untreated substance use disorder. */
    ACTIVE,
    IMPROVED,
    NOT_IMPROVED,
    SIGNIFICANT,
    NOT_SIGNIFICANT,
    ADULT,
    MINOR,
    CONFIRMED,
    /** The document says that what its kind would state is not so. */
    NOT_CONFIRMED;

    @Override
    public String word() {
        return name();
    }
}
