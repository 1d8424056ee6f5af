package io.dorsal.responder.http;

import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import java.time.Instant;

/** The parameter {@code asOf}. */
final class AsOf {
    private AsOf() {}

    static Instant parse(String asOf) {
        // The plus sign of an offset arrives as a space unless the caller has escaped it, and many have not.
        String text = asOf.replace(' ', '+');
        return JsonFields.of(Json.object().put("asOf", text)).instant("asOf");
    }
}
