package io.dorsal.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.wire.Json;
import java.io.IOException;
import java.io.InputStream;

/** Reads a request body no further than its bound, as strict JSON. */
final class Body {
    static final int BYTES_MAX = 2 << 20;

    private Body() {}

    static JsonNode read(InputStream body) throws IOException {
        return Json.parse(bytes(body));
    }

    static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw new Malformed(Reason.PAYLOAD_TOO_LARGE, "", "at most %d bytes".formatted(BYTES_MAX));
        }
        return bytes;
    }
}
