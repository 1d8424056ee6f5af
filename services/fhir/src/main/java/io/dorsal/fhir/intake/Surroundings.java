package io.dorsal.fhir.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;

/** What the resources of one Bundle may refer to. */
final class Surroundings {
    private final Map<String, JsonNode> byReference = new HashMap<>();

    static Surroundings of(Posted posted) {
        Surroundings surroundings = new Surroundings();
        for (Posted.Entry entry : posted.entries()) {
            String url = entry.fullUrl();
            if (url != null) {
                surroundings.add(url, entry.resource());
            }
            String id = entry.resource().path("id").asText();
            if (!id.isEmpty()) {
                surroundings.add(entry.type() + "/" + id, entry.resource());
            }
        }
        return surroundings;
    }

    // Two servers may use the same id; such a reference leads nowhere rather than to the wrong patient.
    private void add(String reference, JsonNode resource) {
        byReference.merge(reference, resource, (one, other) -> one.equals(other) ? one : MissingNode.getInstance());
    }

    /** Missing where the reference leads out of what was posted. */
    JsonNode find(String reference, JsonNode from) {
        if (!reference.startsWith("#")) {
            return byReference.getOrDefault(reference, MissingNode.getInstance());
        }
        for (JsonNode contained : from.path("contained")) {
            String id = contained.path("id").asText();
            if (!id.isEmpty() && (reference.equals("#" + id) || reference.equals(id))) {
                return contained;
            }
        }
        return MissingNode.getInstance();
    }
}
