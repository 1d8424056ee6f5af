package io.dorsal.coverage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.dorsal.embedded.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service as it runs: HTTP, health and metrics over facts that came through Kafka. */
@QuarkusTest
@QuarkusTestResource(FrontDoorStub.class)
@QuarkusTestResource(
        value = RealBackends.class,
        initArgs = {@ResourceArg(name = "kafka", value = "true"), @ResourceArg(name = "database", value = "coverage")})
class CoverageIT {
    private static final String PROBLEM = "application/problem+json";
    private static final String AS_OF = "asOf=2026-03-12T00:00:00Z";

    @Inject
    Logs logs;

    @Inject
    WarmUp warmUp;

    @Test
    void aTrialIsJudgedUnderItsOwnPolicyOnTheOutcomesOfThatInstant() {
        logs.publish(Samples.supported("T-1"));
        var answer = given().get("/api/coverage/T-1?" + AS_OF);
        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .body("policy", equalTo("mac-scs-ngs"))
                .body("version", equalTo("2021-07-01"))
                .body("result", equalTo("SUPPORTED"))
                .body("asOf", equalTo("2026-03-12T00:00:00Z"))
                .body("statedDigest", matchesPattern("[0-9a-f]{64}"))
                .body("outcomes", equalTo("AS_OF"))
                .body("computedAt", notNullValue());
        given().header("If-None-Match", answer.header("ETag"))
                .get("/api/coverage/T-1?" + AS_OF)
                .then()
                .statusCode(304);
        given().header("If-None-Match", given().get("/api/coverage/T-1").header("ETag"))
                .get("/api/coverage/T-1")
                .then()
                .statusCode(304);
        given().header("If-None-Match", answer.header("ETag"))
                .get("/api/coverage/T-1?policy=aetna-cpb-0194&" + AS_OF)
                .then()
                .statusCode(200)
                .body("policy", equalTo("aetna-cpb-0194"))
                .body("result", equalTo("INCOMPLETE"));
    }

    @Test
    void allPoliciesStandSideBySide() {
        logs.publish(Samples.supported("T-all"));
        given().get("/api/coverage/T-all?policy=all")
                .then()
                .statusCode(200)
                .body("policy", hasItems("aetna-cpb-0194", "bcbs-nd", "cms-ncd-160.7", "mac-pns-l34328", "mac-scs-ngs"))
                .body("find { it.policy == 'cms-ncd-160.7' }.result", equalTo("SUPPORTED"))
                .body("find { it.policy == 'mac-pns-l34328' }.reason", equalTo("DOES_NOT_APPLY"));
    }

    @Test
    void oneOfTheStoredTrialsIsJudgedAtTheStart() {
        logs.publish(Samples.supported("T-warm"));
        assertThat(warmUp.judgeOne()).isPresent();
    }

    @Test
    void withoutTheFrontDoorThePublishedOutcomesSpeakAndSayThatTheyDo() {
        logs.publish(List.of(
                Samples.outcome("T-down", "20/1", 1), Samples.fewerAnalgesics("T-down"), Samples.trial("T-down", 1)));
        given().get("/api/coverage/T-down")
                .then()
                .statusCode(200)
                .body("outcomes", equalTo("PUBLISHED"))
                .body("result", equalTo("NOT_SUPPORTED"));
        given().get("/api/coverage/T-down?" + AS_OF)
                .then()
                .statusCode(503)
                .contentType(PROBLEM)
                .body("reason", equalTo("unavailable"))
                .body("detail", containsString("/api/responders/"));
    }

    @Test
    void policiesAreThereToRead() {
        given().get("/api/policies")
                .then()
                .statusCode(200)
                .body("items.id", hasItems("cms-ncd-160.7", "opd-prior-authorization"))
                .body(
                        "items.find { it.id == 'opd-prior-authorization' }.versions.version",
                        contains("2021-07-01", "2026-01-15"))
                .body("items.find { it.id == 'mac-scs-ngs' }.versions[0].criteria.id", hasItems("N5", "L6"))
                .body("items.find { it.id == 'mac-scs-ngs' }.versions[0].payer", equalTo("medicare"));
        given().get("/api/policies/mac-scs-ngs")
                .then()
                .statusCode(200)
                .body("versions[0].text", containsString("policy: cms-ncd-160.7"));
        refused("/api/policies/nobody", 404, "not-found");
    }

    @Test
    void theWorklistBeginsWithTheLeastTimeLeft() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String soon = now.plus(Duration.ofDays(2)).toString();
        String later = now.plus(Duration.ofDays(5)).toString();
        String placed = now.minus(Duration.ofDays(2)).toString();
        logs.publish(List.of(
                Samples.trialUnexamined("W-ended", 1),
                Samples.trial("W-later", 1, placed, planned(later), true),
                Samples.trial("W-soon", 1, placed, planned(soon), true)));
        logs.publish(Samples.supported("W-supported"));
        var first = given().get("/api/worklist?clinic=harbor&limit=2");
        first.then()
                .statusCode(200)
                .body("items.trialId", contains("W-soon", "W-later"))
                .body("items[0].until", equalTo(soon))
                .body("items[0].clinic", equalTo("harbor"))
                .body("items[0].policy", equalTo("mac-scs-ngs"))
                .body("items[0].result", equalTo("INCOMPLETE"))
                .body("items[0].missing[0].supplier", equalTo("PATIENT"))
                .body("items[0].missing[0].withIt", equalTo("SUPPORTED"));
        given().queryParam("cursor", first.jsonPath().getString("next"))
                .get("/api/worklist")
                .then()
                .statusCode(200)
                .body("items.trialId", hasItem("W-ended"))
                .body("items.trialId", not(hasItem("W-soon")))
                .body("items.trialId", not(hasItem("W-supported")))
                .body("items.result", everyItem(not(equalTo("SUPPORTED"))));
        given().get("/api/worklist?clinic=nobody").then().body("items.size()", equalTo(0));
        assertThat(pageByPage("/api/worklist?clinic=harbor"))
                .isEqualTo(given().get("/api/worklist?clinic=harbor").jsonPath().getList("items.trialId"));
    }

    /** The trials of a list that is read one at a time. */
    private static List<String> pageByPage(String path) {
        List<String> trials = new ArrayList<>();
        String next = null;
        do {
            var asked = next == null ? given() : given().queryParam("cursor", next);
            var page = asked.queryParam("limit", 1).get(path).jsonPath();
            trials.addAll(page.getList("items.trialId"));
            next = page.getString("next");
        } while (next != null);
        return trials;
    }

    @Test
    void everyRefusalIsAProblemWithItsReason() {
        logs.publish(Samples.supported("T-2"));
        refused("/api/coverage/T-unknown", 404, "unknown-trial");
        refused("/api/coverage/no%20id", 400, "bad-identifier");
        refused("/api/coverage/T-2?asOf=yesterday", 400, "wrong-type");
        refused("/api/worklist?limit=0", 400, "out-of-bounds");
        refused("/api/worklist?cursor=x", 400, "out-of-bounds");
        given().get("/api/coverage/T-2?policy=nobody")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("reason", equalTo("unknown-value"))
                .body("field", equalTo("policy"))
                .body("expected", startsWith("all or one of aetna-cpb-0194, bcbs-mp-328"));
    }

    @Test
    void healthMetricsAndDescriptionAnswer() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("progress"));
        given().get("/q/metrics")
                .then()
                .body(containsString("dorsal_coverage_lag"))
                .body(containsString("dorsal_coverage_assess_failures_total"));
        assertThat(given().get("/q/openapi").asString())
                .contains("/api/coverage/{trialId}", "/api/policies", "/api/worklist");
    }

    private static String planned(String at) {
        return "\"plannedRemovalAt\":\"" + at + "\",\"leadRemovedAt\":null";
    }

    private static void refused(String path, int status, String reason) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("reason", equalTo(reason));
    }
}
