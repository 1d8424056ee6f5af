package io.dorsal.merge.http;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import java.time.Duration;
import java.time.Instant;

/** The parameter {@code asOf}: an instant that has come. */
public final class AsOf {
    /** The caller's clock and ours are never quite the same. */
    private static final Duration CLOCKS_APART_MAX = Duration.ofMinutes(1);

    private AsOf() {}

    public static Instant parse(String asOf, Instant now) {
        // The plus sign of an offset arrives as a space unless the caller has escaped it, and many have not.
        String text = asOf.replace(' ', '+');
        Instant instant = JsonFields.of(Json.object().put("asOf", text)).instant("asOf");
        if (instant.isAfter(now.plus(CLOCKS_APART_MAX))) {
            throw new Malformed(
                    Reason.OUT_OF_BOUNDS,
                    "asOf",
                    "an instant in the past, or none for now: it is %s here".formatted(now));
        }
        return instant;
    }
}
