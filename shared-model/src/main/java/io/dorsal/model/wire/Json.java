package io.dorsal.model.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
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
    /** How deep JSON may nest to be told from what is no JSON. */
    static final int LEVELS_MAX = 10_000;

    /** Deeper than any field of ours lies. Below it nothing is read, so that nobody's unknown field is a burden. */
    private static final int LEVELS_READ = 32;

    /** In a document of another standard every level counts, and whoever handles it goes down level by level. */
    private static final int LEVELS_OF_DOCUMENTS_MAX = 200;

    private static final int NAME_LENGTH_MAX = 50_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();
    private static final JsonFactory FACTORY = factory(LEVELS_MAX, NAME_LENGTH_MAX);
    private static final JsonFactory DOCUMENT_FACTORY = factory(LEVELS_OF_DOCUMENTS_MAX, NAME_LENGTH_MAX);

    private Json() {}

    /** Whose texts and numbers may be as long as the bytes that the caller lets in. */
    static JsonFactory factory(int levelsMax, int nameLengthMax) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(levelsMax)
                        .maxNameLength(nameLengthMax)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .build())
                // Field names come from outside: interning them would let a sender fill a global table.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    /**
     * Reads one JSON value.
     *
     * @throws Malformed with {@link Reason#NOT_JSON}, {@link Reason#DUPLICATE_FIELD}, or {@link Reason#OUT_OF_BOUNDS}
     */
    public static JsonNode parse(byte[] utf8, int offset, int length) {
        return parse(FACTORY, LEVELS_READ, utf8, offset, length);
    }

    /** The same for what another standard defines, such as a FHIR Bundle: it is read down to its last level. */
    public static JsonNode parseDocument(byte[] utf8) {
        return parse(DOCUMENT_FACTORY, LEVELS_OF_DOCUMENTS_MAX, utf8, 0, utf8.length);
    }

    private static JsonNode parse(JsonFactory factory, int levelsRead, byte[] utf8, int offset, int length) {
        requireUtf8(utf8, offset, length);
        try (JsonParser parser = factory.createParser(utf8, offset, length)) {
            return JsonTree.read(parser, levelsRead);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
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
        // Valid JSON, so far: not-json would send its sender looking for a comma.
        if (e instanceof StreamConstraintsException) {
            return new Malformed(
                    Reason.OUT_OF_BOUNDS,
                    "",
                    "at most %d levels of nesting (%d in FHIR) and names of at most %d characters"
                            .formatted(LEVELS_MAX, LEVELS_OF_DOCUMENTS_MAX, NAME_LENGTH_MAX));
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
