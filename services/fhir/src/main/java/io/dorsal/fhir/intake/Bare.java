package io.dorsal.fhir.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.wire.Json;

/**
 * A resource without the extensions of its primitive values ({@code _status}), which nobody here reads. HAPI holds an
 * element that has extensions alone to be there, and then has no value for it; without them what has no value is missing.
 */
final class Bare {
    private Bare() {}

    static JsonNode of(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode bare = Json.object();
                object.properties().forEach(field -> {
                    if (!field.getKey().startsWith("_")) {
                        bare.set(field.getKey(), of(field.getValue()));
                    }
                });
                yield bare;
            }
            case ArrayNode array -> {
                ArrayNode bare = Json.object().arrayNode();
                array.forEach(each -> {
                    if (!each.isNull()) {
                        bare.add(of(each));
                    }
                });
                yield bare;
            }
            default -> node;
        };
    }
}
