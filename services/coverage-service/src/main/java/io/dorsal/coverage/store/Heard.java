package io.dorsal.coverage.store;

import io.dorsal.model.TrialId;
import java.util.Locale;

/**
 * An outcome as another service published it.
 *
 * @param sequence its place in the order in which that service committed
 */
public record Heard(TrialId trial, Kind kind, long sequence, String document) {
    /** Whose outcome it is. */
    public enum Kind {
        RESPONDER,
        OPIOID;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
