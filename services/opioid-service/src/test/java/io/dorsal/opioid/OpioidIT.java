package io.dorsal.opioid;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dorsal.embedded.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as it runs: HTTP, health and metrics over facts that came through Kafka. */
@QuarkusTest
@QuarkusTestResource(
        value = RealBackends.class,
        initArgs = {@ResourceArg(name = "kafka", value = "true"), @ResourceArg(name = "database", value = "opioid")})
class OpioidIT {
    private static final String PROBLEM = "application/problem+json";

    @Inject
    Logs logs;

    @BeforeEach
    void threeTrials() {
        for (String trial : List.of("T-1", "T-2", "T-3")) {
            logs.publish(Samples.methadone(trial));
        }
    }

    @Test
    void anOutcomeIsComputedUnderTheSetThatIsAskedFor() {
        given().get("/api/opioids/T-1")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("factorSet", equalTo("cdc-2022"))
                .body("status", equalTo("DETERMINED"))
                .body("baseline.exact", equalTo("141/1"))
                .body("trial.exact", equalTo("94/1"))
                .body("change.exact", equalTo("-100/3"))
                .body("final", equalTo(true))
                .body("computedAt", notNullValue());
        given().get("/api/opioids/T-1?factorSet=cdc-2016")
                .then()
                .statusCode(200)
                .body("factorSet", equalTo("cdc-2016"))
                .body("baseline.exact", equalTo("240/1"))
                .body("trial.exact", equalTo("80/1"));
        given().get("/api/opioids/T-1?asOf=2026-03-01T12:00:00-05:00")
                .then()
                .statusCode(200)
                .body("status", equalTo("NOT_EVALUABLE"))
                .body("reason", equalTo("NOT_STARTED"))
                .body("asOf", equalTo("2026-03-01T17:00:00Z"));
    }

    @Test
    void numbersOfTwoFactorSetsAreNotCompared() {
        given().get("/api/opioids/T-1/comparison?before=cdc-2016&after=cdc-2022")
                .then()
                .statusCode(200)
                .body("before.exact", equalTo("240/1"))
                .body("after.exact", equalTo("94/1"))
                .body("verdict", equalTo("INVALID_COMPARISON"))
                .body("percent", nullValue());
        given().get("/api/opioids/T-1/comparison?before=cdc-2016&after=cdc-2016")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("COMPARED"))
                .body("exact", equalTo("-200/3"));
        refused("/api/opioids/T-1/comparison?before=cdc-2021", 400, "unknown-value");
        refused("/api/opioids/T-unknown/comparison", 404, "unknown-trial");
    }

    @Test
    void theEntityTagNamesTheFactsAndAnotherFactorSet() {
        var answer = given().get("/api/opioids/T-1");
        String tag = answer.header("ETag");
        assertThat(tag).isEqualTo("\"" + answer.jsonPath().getString("factDigest") + "\"");
        given().header("If-None-Match", tag).get("/api/opioids/T-1").then().statusCode(304);
        given().header("If-None-Match", tag)
                .get("/api/opioids/T-1?factorSet=cdc-2016")
                .then()
                .statusCode(200);
    }

    @Test
    void rulesAndTablesAreTold() {
        given().get("/api/opioids/T-1/rules")
                .then()
                .statusCode(200)
                .body("factorSet", equalTo("cdc-2022"))
                .body("windows.baselineDays", equalTo(7))
                .body("tables.file", hasItem("rxnorm-opioids.csv"));
        refused("/api/opioids/T-unknown/rules", 404, "unknown-trial");
    }

    @Test
    void aListIsPagedAndShort() {
        String next = given().get("/api/opioids?limit=2&clinic=harbor")
                .then()
                .statusCode(200)
                .body("items.trialId", equalTo(List.of("T-1", "T-2")))
                .body("items[0].change.exact", equalTo("-100/3"))
                .body("items[0]", not(hasKey("days")))
                .extract()
                .path("next");
        given().queryParam("cursor", next)
                .get("/api/opioids")
                .then()
                .body("items.trialId", hasItem("T-3"))
                .body("items.trialId", not(hasItem("T-2")));
        given().get("/api/opioids?clinic=nobody").then().body("items.size()", equalTo(0));
    }

    @Test
    void everyRefusalIsAProblemWithItsReason() {
        refused("/api/opioids/T-unknown", 404, "unknown-trial");
        refused("/api/opioids/no%20id", 400, "bad-identifier");
        refused("/api/opioids/T-1?asOf=yesterday", 400, "wrong-type");
        refused("/api/opioids/T-1?asOf=2190-01-01T00:00:00Z", 400, "out-of-bounds");
        refused("/api/opioids?limit=0", 400, "out-of-bounds");
        refused("/api/opioids?cursor=x", 400, "out-of-bounds");
        given().get("/api/opioids/T-1?factorSet=cdc-2021")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("reason", equalTo("unknown-value"))
                .body("field", equalTo("factorSet"))
                .body("expected", equalTo("cdc-2016 or cdc-2022"));
    }

    @Test
    void healthMetricsAndDescriptionAnswer() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("progress"));
        given().get("/q/metrics")
                .then()
                .body(containsString("dorsal_opioid_lag"))
                .body(containsString("dorsal_opioid_event_latency"))
                .body(containsString("dorsal_opioid_outbox_backlog"))
                .body(containsString("dorsal_opioid_poison_total"))
                .body(containsString("dorsal_opioid_assess_failures_total"));
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/api/opioids/{trialId}"))
                .body(containsString("factorSet"));
    }

    private static void refused(String path, int status, String reason) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("reason", equalTo(reason))
                .body("expected", notNullValue());
    }
}
