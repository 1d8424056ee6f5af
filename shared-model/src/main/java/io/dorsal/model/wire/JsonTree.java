package io.dorsal.model.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Makes a tree of JSON. What is too long or too deep to be worth its memory is read over and leaves {@link #UNREAD} in
 * its place, so that it matters only to whoever asks for it: in a field that nobody knows it does no harm.
 */
final class JsonTree {
    /** Stands for a number or a structure that was valid and was not read. */
    static final JsonNode UNREAD = new POJONode("unread");

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final JsonParser parser;
    private final int depthMax;

    private JsonTree(JsonParser parser, int depthMax) {
        this.parser = parser;
        this.depthMax = depthMax;
    }

    /** The one value that {@code parser} reads; below {@code depthMax} levels it is left unread. */
    static JsonNode read(JsonParser parser, int depthMax) throws IOException {
        if (parser.nextToken() == null) {
            throw new Malformed(Reason.NOT_JSON, "", "one JSON value");
        }
        JsonNode value = new JsonTree(parser, depthMax).value(1);
        if (parser.nextToken() != null) {
            throw new Malformed(Reason.NOT_JSON, "", "one JSON value and nothing after it");
        }
        return value;
    }

    private JsonNode value(int depth) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> depth > depthMax ? skipped() : object(depth);
            case START_ARRAY -> depth > depthMax ? skipped() : array(depth);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("No value begins with " + parser.currentToken());
        };
    }

    private JsonNode skipped() throws IOException {
        parser.skipChildren();
        return UNREAD;
    }

    private ObjectNode object(int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (object.has(name)) {
                throw new Malformed(Reason.DUPLICATE_FIELD, "", "each field once");
            }
            parser.nextToken();
            object.set(name, value(depth + 1));
        }
        return object;
    }

    private ArrayNode array(int depth) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (!parser.nextToken().isStructEnd()) {
            array.add(value(depth + 1));
        }
        return array;
    }

    private JsonNode whole() throws IOException {
        if (parser.getTextLength() > Decimals.CHARACTERS_MAX) {
            return UNREAD;
        }
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode decimal() throws IOException {
        int length = parser.getTextLength();
        if (length > Decimals.CHARACTERS_MAX) {
            return UNREAD;
        }
        try {
            return NODES.numberNode(new BigDecimal(parser.getTextCharacters(), parser.getTextOffset(), length));
        } catch (NumberFormatException e) {
            // An exponent of more than nine digits or so.
            return UNREAD;
        }
    }
}
