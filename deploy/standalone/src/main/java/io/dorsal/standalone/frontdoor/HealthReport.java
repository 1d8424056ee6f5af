package io.dorsal.standalone.frontdoor;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** The health of the stack from that of its services: well only if every one is. */
record HealthReport(boolean allUp, JsonObject document) {

    static HealthReport of(Map<Backend, Fleet.Answer> answers) {
        boolean allUp = true;
        JsonArray checks = new JsonArray();
        for (Map.Entry<Backend, Fleet.Answer> entry : answers.entrySet()) {
            boolean up = entry.getValue().isOk();
            allUp &= up;
            checks.add(new JsonObject()
                    .put("name", entry.getKey().label)
                    .put("status", status(up))
                    .put("checks", checksOf(entry.getValue())));
        }
        return new HealthReport(
                allUp, new JsonObject().put("status", status(allUp)).put("checks", checks));
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }

    private static JsonArray checksOf(Fleet.Answer answer) {
        try {
            return answer.body().isEmpty()
                    ? new JsonArray()
                    : new JsonObject(answer.body()).getJsonArray("checks", new JsonArray());
        } catch (DecodeException e) {
            return new JsonArray();
        }
    }
}
