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
        assertThat(merged.getJsonObject("paths")
                        .getJsonObject("/api/trials")
                        .getJsonObject("get")
                        .getString("$ref"))
                .isEqualTo("#/components/schemas/trial-registry-Problem");
    }

    @Test
    void aPathThatTheFrontDoorDoesNotRouteToItsAuthorIsLeftOut() {
        JsonObject merged = OpenApiMerge.merge(Map.of(Backend.TRIAL_REGISTRY, document("/internal", "string")));

        assertThat(merged.getJsonObject("paths")).isEmpty();
    }

    @Test
    void aPathOfTwoOwnersHasTheOperationsOfEach() {
        JsonObject merged = OpenApiMerge.merge(Map.of(
                Backend.TRIAL_REGISTRY, document("/fhir/{type}", "string"),
                Backend.COVERAGE_SERVICE, document("/fhir/{type}", "number")));

        JsonObject path = merged.getJsonObject("paths").getJsonObject("/fhir/{type}");
        assertThat(path.getJsonObject("get").getString("$ref")).contains("coverage-service");
        assertThat(path.getJsonObject("post").getString("summary")).isEqualTo("string");
    }

    private static Fleet.Answer document(String path, String type) {
        return new Fleet.Answer(200, """
                {"openapi":"3.1.0","paths":{"%s":{"get":{"$ref":"#/components/schemas/Problem"},
                 "post":{"summary":"%s"}}},"components":{"schemas":{"Problem":{"type":"%s"}}}}
                """.formatted(path, type, type));
    }
}
