package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * One spelling for each JSON value: fields sorted by code unit, no white space, absent instead of {@code null}, numbers
 * as plain decimals without trailing zeros. Unlike RFC 8785 numbers keep every digit, since figures here are exact.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    public static String of(JsonNode node) {
        StringBuilder out = new StringBuilder(256);
        append(node, out);
        return out.toString();
    }

    private static void append(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            appendObject(node, out);
        } else if (node.isArray()) {
            out.append('[');
            for (int i = 0; i < node.size(); i++) {
                if (i > 0) {
                    out.append(',');
                }
                append(node.get(i), out);
            }
            out.append(']');
        } else if (node.isNumber()) {
            out.append(plain(node.decimalValue()));
        } else {
            out.append(node);
        }
    }

    private static void appendObject(JsonNode node, StringBuilder out) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                sorted.put(field.getKey(), field.getValue());
            }
        });
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
            out.append(separator)
                    .append(JsonNodeFactory.instance.textNode(field.getKey()))
                    .append(':');
            append(field.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
