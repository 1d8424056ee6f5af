package io.dorsal.coverage.http;

import io.dorsal.coverage.core.Policies;
import io.dorsal.coverage.core.Policy;

/** The policies of this installation, and the files that they were read from. */
public interface PolicySource {
    Policies policies();

    /** The text of the file, as it was read. */
    String text(Policy.Ref policy);
}
