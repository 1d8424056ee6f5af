package io.dorsal.responder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dorsal.embedded.RealBackends;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import io.dorsal.responder.core.Assessment;
import io.dorsal.responder.wire.RulesCodec;
import io.dorsal.responder.wire.TrialFactsCodec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as it runs: HTTP, health and metrics over facts that came through Kafka. */
@QuarkusTest
@QuarkusTestResource(
        value = RealBackends.class,
        initArgs = {@ResourceArg(name = "kafka", value = "true"), @ResourceArg(name = "database", value = "responder")})
class ResponderIT {
    private static final String PROBLEM = "application/problem+json";
    private static boolean published;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @BeforeEach
    void publishOnce() {
        if (published) {
            return;
        }
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            for (String trial : new String[] {"T-1", "T-2", "T-3"}) {
                producer.send(Samples.trial(trial, 1, "D-" + trial));
                Samples.exactlyHalf(trial).forEach(producer::send);
            }
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/api/responders?limit=3")
                        .then()
                        .statusCode(200)
                        .body("items.status", equalTo(List.of("RESPONDER", "RESPONDER", "RESPONDER"))));
        published = true;
    }

    @Test
    void anOutcomeIsComputedAsOfNowOrAnyInstant() {
        given().get("/api/responders/T-1")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("status", equalTo("RESPONDER"))
                .body("relief.exact", equalTo("50/1"))
                .body("final", equalTo(true))
                .body("computedAt", notNullValue());
        given().get("/api/responders/T-1?asOf=2026-03-01T12:00:00-05:00")
                .then()
                .statusCode(200)
                .body("status", equalTo("NOT_EVALUABLE"))
                .body("reason", equalTo("NOT_STARTED"))
                .body("asOf", equalTo("2026-03-01T17:00:00Z"));
    }

    @Test
    void theEntityTagNamesTheFacts() {
        var answer = given().get("/api/responders/T-1");
        String digest = answer.jsonPath().getString("factDigest");
        String tag = answer.header("ETag");
        assertThat(tag).isEqualTo("\"" + digest + "\"");
        given().header("If-None-Match", tag).get("/api/responders/T-1").then().statusCode(304);
        given().header("If-None-Match", "\"other\"")
                .get("/api/responders/T-1")
                .then()
                .statusCode(200);
    }

    @Test
    void whoAsksForFactsAndRulesComesToTheSameOutcome() {
        byte[] facts = given().get("/api/responders/T-1/facts")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asByteArray();
        byte[] rules = given().get("/api/responders/T-1/rules")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        ResponderOutcome outcome = Assessment.assess(
                TrialFactsCodec.parse(facts),
                Instant.parse("2026-03-20T00:00:00Z"),
                RulesCodec.parse(JsonFields.of(Json.parse(rules))));

        given().get("/api/responders/T-1?asOf=2026-03-20T00:00:00Z")
                .then()
                .body("factDigest", equalTo(outcome.factDigest()))
                .body("relief.exact", equalTo(outcome.relief().toString()));
        given().get("/api/responders/T-unknown/facts").then().statusCode(404).body("reason", equalTo("unknown-trial"));
        given().get("/api/responders/T-unknown/rules").then().statusCode(404).body("reason", equalTo("unknown-trial"));
    }

    @Test
    void asOfAnInstantTheTagHoldsUntilTheFactsChange() {
        String path = "/api/responders/T-1?asOf=2026-03-05T12:00:00Z";
        String tag = given().get(path).then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get(path).then().statusCode(304);
        given().header("If-None-Match", tag)
                .get("/api/responders/T-1?asOf=2026-03-08T12:00:00Z")
                .then()
                .statusCode(200);
    }

    @Test
    void anInstantToComeIsRefused() {
        given().get("/api/responders/T-1?asOf=2190-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("reason", equalTo("out-of-bounds"))
                .body("field", equalTo("asOf"))
                .body("expected", containsString("in the past"));
    }

    @Test
    void aListIsPagedAndShort() {
        String next = given().get("/api/responders?limit=2&clinic=harbor")
                .then()
                .statusCode(200)
                .body("items.trialId", equalTo(List.of("T-1", "T-2")))
                .body("items[0]", not(hasKey("days")))
                .body("items[0].relief.exact", equalTo("50/1"))
                .extract()
                .path("next");
        given().queryParam("cursor", next)
                .get("/api/responders")
                .then()
                .body("items.trialId", equalTo(List.of("T-3")))
                .body("next", nullValue());
        given().get("/api/responders?clinic=nobody").then().body("items.size()", equalTo(0));
    }

    @Test
    void everyRefusalIsAProblemWithItsReason() {
        refused("/api/responders/T-unknown", 404, "unknown-trial");
        refused("/api/responders/no%20id", 400, "bad-identifier");
        refused("/api/responders/T-1?asOf=yesterday", 400, "wrong-type");
        refused("/api/responders?limit=0", 400, "out-of-bounds");
        refused("/api/responders?cursor=x", 400, "out-of-bounds");
        refused("/api/responders/T-1/none", 404, "not-found");
        given().get("/api/responders/T-1?asOf=yesterday")
                .then()
                .body("field", equalTo("asOf"))
                .body("expected", containsString("RFC 3339"));
        given().post("/api/responders/T-1")
                .then()
                .statusCode(405)
                .contentType(PROBLEM)
                .header("Allow", equalTo("GET"))
                .body("reason", equalTo("method-not-allowed"));
        given().accept("text/csv")
                .get("/api/responders/T-1")
                .then()
                .statusCode(406)
                .contentType(PROBLEM)
                .body("reason", equalTo("not-acceptable"));
    }

    @Test
    void healthMetricsAndDescriptionAnswer() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("progress"));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .body(containsString("dorsal_responder_lag"))
                .body(containsString("dorsal_responder_event_latency"))
                .body(containsString("dorsal_responder_outbox_backlog"))
                .body(containsString("dorsal_responder_poison_total"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/api/responders/{trialId}"));
    }

    private static void refused(String path, int status, String reason) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("status", equalTo(status))
                .body("reason", equalTo(reason))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }
}
