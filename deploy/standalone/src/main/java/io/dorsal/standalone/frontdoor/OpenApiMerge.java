package io.dorsal.standalone.frontdoor;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The OpenAPI documents of several services as one.
 *
 * <p>Operations differ by construction, since each has one owner. Components may share a name and differ, so each gets the
 * name of its service in front, and references follow.
 */
final class OpenApiMerge {
    private static final String REFERENCE = "$ref";
    private static final String COMPONENTS = "#/components/";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private OpenApiMerge() {}

    static JsonObject merge(Map<Backend, Fleet.Answer> answers) {
        JsonObject paths = new JsonObject();
        JsonObject components = new JsonObject();
        answers.forEach((backend, answer) -> {
            if (answer.isOk()) {
                add(backend, parse(answer.body()), paths, components);
            }
        });
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put("info", new JsonObject().put("title", "Dorsal").put("version", "1"))
                .put("paths", paths)
                .put("components", components);
    }

    private static void add(Backend backend, JsonObject document, JsonObject paths, JsonObject components) {
        JsonObject renamed = renamed(document, backend.label + "-");
        renamed.getJsonObject("paths", new JsonObject()).forEach(path -> {
            JsonObject own = own((JsonObject) path.getValue(), path.getKey(), backend);
            if (own.fieldNames().stream().anyMatch(METHODS::contains)) {
                paths.put(
                        path.getKey(),
                        paths.getJsonObject(path.getKey(), new JsonObject()).mergeIn(own));
            }
        });
        renamed.getJsonObject("components", new JsonObject()).forEach(kind -> {
            if (kind.getValue() instanceof JsonObject named) {
                JsonObject all = components.getJsonObject(kind.getKey(), new JsonObject());
                named.forEach(one -> all.put(backend.label + "-" + one.getKey(), one.getValue()));
                components.put(kind.getKey(), all);
            }
        });
    }

    /** A path without the operations that go to another service. */
    private static JsonObject own(JsonObject path, String name, Backend backend) {
        JsonObject own = new JsonObject();
        path.forEach(field -> {
            String key = field.getKey();
            if (!METHODS.contains(key)
                    || Route.of(key.toUpperCase(Locale.ROOT), name).equals(new Route.To(backend))) {
                own.put(key, field.getValue());
            }
        });
        return own;
    }

    private static JsonObject parse(String body) {
        try {
            return new JsonObject(body);
        } catch (DecodeException e) {
            return new JsonObject();
        }
    }

    private static JsonObject renamed(JsonObject object, String prefix) {
        JsonObject result = new JsonObject();
        object.forEach(entry -> {
            boolean reference = entry.getKey().equals(REFERENCE) && entry.getValue() instanceof String;
            result.put(
                    entry.getKey(),
                    reference
                            ? renamedReference((String) entry.getValue(), prefix)
                            : renamedValue(entry.getValue(), prefix));
        });
        return result;
    }

    private static Object renamedValue(Object value, String prefix) {
        return switch (value) {
            case JsonObject object -> renamed(object, prefix);
            case JsonArray array -> {
                JsonArray result = new JsonArray();
                array.forEach(element -> result.add(renamedValue(element, prefix)));
                yield result;
            }
            case null -> value;
            default -> value;
        };
    }

    // "#/components/schemas/Trial" becomes "#/components/schemas/trial-registry-Trial".
    private static String renamedReference(String reference, String prefix) {
        int slash = reference.lastIndexOf('/');
        return reference.startsWith(COMPONENTS)
                ? reference.substring(0, slash + 1) + prefix + reference.substring(slash + 1)
                : reference;
    }
}
