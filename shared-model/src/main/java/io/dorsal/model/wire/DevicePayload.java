package io.dorsal.model.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What a device publishes: one event or an array of events. Cut into elements without copying them. */
public final class DevicePayload {
    public static final int BYTES_MAX = 1 << 20;
    public static final int EVENTS_MAX = 5_000;

    /** Wider than what an element may have: a monstrous one must not take its neighbours with it. */
    private static final JsonFactory CUTTING = Json.factory(Json.LEVELS_MAX, BYTES_MAX);

    /** The bytes of one element: {@code length} bytes of the payload from {@code offset}. */
    public record Slice(int offset, int length) {}

    private DevicePayload() {}

    /**
     * Where each element lies in the payload; the elements themselves may still be wrong.
     *
     * @throws Malformed when the whole payload is no JSON, or larger, longer or deeper than the contract allows
     */
    public static List<Slice> slices(byte[] payload) {
        if (payload.length > BYTES_MAX) {
            throw new Malformed(Reason.PAYLOAD_TOO_LARGE, "", "at most %d bytes".formatted(BYTES_MAX));
        }
        Json.requireUtf8(payload, 0, payload.length);
        try (JsonParser parser = CUTTING.createParser(payload)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new Malformed(Reason.NOT_JSON, "", "one event or an array of events");
            }
            List<Slice> slices = first == JsonToken.START_ARRAY ? elements(parser) : List.of(slice(parser));
            if (parser.nextToken() != null) {
                throw new Malformed(Reason.NOT_JSON, "", "one JSON value and nothing after it");
            }
            return slices;
        } catch (JsonProcessingException e) {
            throw Json.unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory does not fail.", e);
        }
    }

    private static List<Slice> elements(JsonParser parser) throws IOException {
        List<Slice> slices = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (slices.size() == EVENTS_MAX) {
                throw new Malformed(Reason.TOO_MANY_ITEMS, "", "at most %d events".formatted(EVENTS_MAX));
            }
            slices.add(slice(parser));
        }
        return slices;
    }

    private static Slice slice(JsonParser parser) throws IOException {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        // A scalar is read lazily; finishing it moves the parser to its end.
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
        } else {
            parser.finishToken();
        }
        return new Slice(start, (int) parser.currentLocation().getByteOffset() - start);
    }
}
