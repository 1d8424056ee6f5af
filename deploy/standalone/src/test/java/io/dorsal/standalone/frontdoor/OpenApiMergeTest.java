package io.dorsal.standalone.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {
    @Test
    void componentsOfOneNameStayApartAndReferencesFollow() {
        JsonObject merged = OpenApiMerge.merge(Map.of(
                Backend.TRIAL_REGISTRY, document("/api/trials", "string"),
                Backend.RESPONDER_SERVICE, document("/api/responders", "number")));

        assertThat(merged.getJsonObject("paths").fieldNames())
                .containsExactlyInAnyOrder("/api/trials", "/api/responders");
        assertThat(merged.getJsonObject("components").getJsonObject("schemas").fieldNames())
                .containsExactlyInAnyOrder("trial-registry-Problem", "responder-service-Problem");
        assertThat(merged.getJsonObject("paths").getJsonObject("/api/trials").getString("$ref"))
                .isEqualTo("#/components/schemas/trial-registry-Problem");
    }

    @Test
    void aPathThatTheFrontDoorDoesNotRouteToItsAuthorIsLeftOut() {
        JsonObject merged = OpenApiMerge.merge(Map.of(Backend.TRIAL_REGISTRY, document("/internal", "string")));

        assertThat(merged.getJsonObject("paths")).isEmpty();
    }

    private static Fleet.Answer document(String path, String type) {
        return new Fleet.Answer(200, """
                {"openapi":"3.1.0","paths":{"%s":{"$ref":"#/components/schemas/Problem"}},
                 "components":{"schemas":{"Problem":{"type":"%s"}}}}
                """.formatted(path, type));
    }
}
