package io.dorsal.model.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON as Dorsal reads it: UTF-8 only, one value, no field twice, exact decimals, bounded depth and lengths. */
public final class Json {
    private static final int DEPTH_MAX = 32;
    private static final int TEXT_LENGTH_MAX = 65_536;
    private static final int NUMBER_LENGTH_MAX = 40;
    private static final int DEPTH_OF_DOCUMENTS_MAX = 64;

    private static final JsonMapper MAPPER = mapper(DEPTH_MAX, TEXT_LENGTH_MAX);
    private static final ObjectReader READER = reader(MAPPER);
    private static final ObjectReader DOCUMENT_READER = reader(mapper(DEPTH_OF_DOCUMENTS_MAX, Integer.MAX_VALUE));

    private Json() {}

    private static JsonMapper mapper(int depthMax, int textLengthMax) {
        JsonFactory factory = factory(StreamReadConstraints.builder()
                .maxNestingDepth(depthMax)
                .maxStringLength(textLengthMax)
                .maxNumberLength(NUMBER_LENGTH_MAX)
                .build());
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                .build();
    }

    private static ObjectReader reader(JsonMapper mapper) {
        return mapper.readerFor(JsonNode.class).with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    static JsonFactory factory(StreamReadConstraints bounds) {
        return JsonFactory.builder()
                .streamReadConstraints(bounds)
                // Field names come from outside: interning them would let a sender fill a global table.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    /**
     * Reads one JSON value.
     *
     * @throws Malformed with {@link Reason#NOT_JSON} or {@link Reason#DUPLICATE_FIELD}
     */
    public static JsonNode parse(byte[] utf8, int offset, int length) {
        return parse(READER, utf8, offset, length);
    }

    /** The same for what holds whole documents as text, such as a FHIR Bundle: the caller bounds its bytes. */
    public static JsonNode parseDocument(byte[] utf8) {
        return parse(DOCUMENT_READER, utf8, 0, utf8.length);
    }

    private static JsonNode parse(ObjectReader reader, byte[] utf8, int offset, int length) {
        requireUtf8(utf8, offset, length);
        try {
            JsonNode node = reader.readValue(utf8, offset, length);
            if (node.isMissingNode()) {
                throw new Malformed(Reason.NOT_JSON, "", "one JSON value");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (NumberFormatException e) {
            // An exponent beyond what a decimal can hold. The message quotes the number.
            throw new Malformed(Reason.NOT_JSON, "", "numbers of a size that can be kept");
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory does not fail.", e);
        }
    }

    public static JsonNode parse(byte[] utf8) {
        return parse(utf8, 0, utf8.length);
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A JSON tree can always be written.", e);
        }
    }

    static Malformed unreadable(JsonProcessingException e) {
        String complaint = e.getOriginalMessage();
        if (complaint != null && complaint.startsWith("Duplicate")) {
            return new Malformed(Reason.DUPLICATE_FIELD, "", "each field once");
        }
        var at = e.getLocation();
        String where = at == null ? "" : " (broken at line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
        return new Malformed(Reason.NOT_JSON, "", "one UTF-8 JSON value" + where);
    }

    /** Jackson would guess UTF-16 and UTF-32 from zero bytes, and lets overlong forms pass; the contract says UTF-8. */
    static void requireUtf8(byte[] bytes, int offset, int length) {
        boolean otherEncoding = length > 1 && (bytes[offset] == 0 || bytes[offset + 1] == 0);
        if (otherEncoding || !(isAscii(bytes, offset, length) || isUtf8(bytes, offset, length))) {
            throw new Malformed(Reason.NOT_JSON, "", "UTF-8");
        }
    }

    private static boolean isAscii(byte[] bytes, int offset, int length) {
        int seen = 0;
        for (int i = offset; i < offset + length; i++) {
            seen |= bytes[i];
        }
        return seen >= 0;
    }

    private static boolean isUtf8(byte[] bytes, int offset, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
