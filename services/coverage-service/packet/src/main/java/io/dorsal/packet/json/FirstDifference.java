package io.dorsal.packet.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.wire.CanonicalJson;
import io.dorsal.model.wire.Json;
import io.dorsal.packet.core.Difference.Recomputed;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where two JSON documents first differ, in the order of the canonical form. */
public final class FirstDifference {
    private static final int SHOWN_MAX = 160;
    private static final String NOTHING = "absent";

    private final String name;

    private FirstDifference(String name) {
        this.name = name;
    }

    /** Null when the documents are the same text. */
    public static @Nullable Recomputed between(String name, String said, String computed) {
        if (said.equals(computed)) {
            return null;
        }
        try {
            Recomputed found = new FirstDifference(name).between("", tree(said), tree(computed));
            return found == null
                    ? new Recomputed(name, "the same", "not in canonical form", "the same in canonical form")
                    : found;
        } catch (Malformed e) {
            return new Recomputed(name, "the whole", "no JSON (%s)".formatted(e.getMessage()), "JSON");
        }
    }

    private static JsonNode tree(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Recomputed between(String path, @Nullable JsonNode said, @Nullable JsonNode computed) {
        if (said != null && computed != null && said.isObject() && computed.isObject()) {
            return betweenFields(path, said, computed);
        }
        if (said != null && computed != null && said.isArray() && computed.isArray()) {
            return betweenElements(path, said, computed);
        }
        String one = shown(said);
        String other = shown(computed);
        return one.equals(other) ? null : new Recomputed(name, path, shortened(one), shortened(other));
    }

    private @Nullable Recomputed betweenFields(String path, JsonNode said, JsonNode computed) {
        Set<String> fields = new TreeSet<>();
        said.fieldNames().forEachRemaining(fields::add);
        computed.fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            String inner = path.isEmpty() ? field : path + "." + field;
            Recomputed found = between(inner, said.get(field), computed.get(field));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Recomputed betweenElements(String path, JsonNode said, JsonNode computed) {
        int common = Math.min(said.size(), computed.size());
        for (int i = 0; i < common; i++) {
            Recomputed found = between("%s[%s]".formatted(path, i), said.get(i), computed.get(i));
            if (found != null) {
                return found;
            }
        }
        return said.size() == computed.size()
                ? null
                : new Recomputed(name, path, said.size() + " elements long", computed.size() + " elements long");
    }

    private static String shown(@Nullable JsonNode value) {
        return value == null || value.isNull() ? NOTHING : CanonicalJson.of(value);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
    }
}
