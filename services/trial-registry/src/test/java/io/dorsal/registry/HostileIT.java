package io.dorsal.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.dorsal.model.wire.Json;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should send: a clean refusal each time, and never a word of it in the answer. */
@QuarkusTest
@Backends
class HostileIT {
    private final String id = Samples.id("T");

    @Test
    void emojiAndOtherScriptsComeBackAsTheyWere() {
        put(Samples.trial("S-😀-Ünïcødé-Жאب")).statusCode(201);
        given().get("/api/trials/" + id).then().body("subject", equalTo("S-😀-Ünïcødé-Жאب"));
    }

    /** The pages of a packet have no letters for it: better said while somebody is there who can write it otherwise. */
    @Test
    void whatNoPacketCanPrintIsRefusedWithItsPlace() {
        put(Samples.trial("日本"))
                .statusCode(400)
                .body("field", equalTo("subject"))
                .body("detail", containsString("U+65E5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "a\\u0007b", " "})
    void whatNoDatabaseCanKeepIsRefused(String subject) {
        put(Samples.trial(subject)).statusCode(400).body("field", equalTo("subject"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"clinic\":\"c\",\"clinic\":\"d\"} | duplicate-field",
                "{\"clinic\": | not-json",
                "'' | not-json",
                "{} {} | not-json",
                "[] | not-an-object",
                "null | not-an-object",
                "{\"clinic\":\"harbor pain\"} | bad-identifier",
                "{\"clinic\":NaN} | not-json"
            })
    void brokenBodiesAreNamed(String body, String reason) {
        put(body).statusCode(400).contentType("application/problem+json").body("reason", equalTo(reason));
    }

    @Test
    void fieldsThatHoldNonsenseAreNamed() {
        put(Samples.trial("S").replace("America/New_York", "Mars/Olympus"))
                .statusCode(400)
                .body("field", equalTo("timezone"))
                .body("expected", containsString("America/New_York"));
        put(Samples.trial("S", "[{\"device\":\"ETS-1\",\"from\":\"2026-03-02T16:00:00Z\"},{\"device\":\"../x\"}]"))
                .statusCode(400)
                .body("field", containsString("devices[1]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T15:30:00Z+05:00",
                "2026-03-02T15:30:00Zgarbage",
                "2026-03-02T15:30:00ZZ",
                "2026-03-02T15:30:00Z\\u0000",
                "2026-03-02 15:30:00Z",
                "2026-03-02T15:30:60Z"
            })
    void aTimeWithSomethingBehindItIsRefused(String time) {
        put(Samples.trial("S").replace("2026-03-02T15:30:00Z", time))
                .statusCode(400)
                .body("reason", equalTo("wrong-type"))
                .body("field", equalTo("leadPlacedAt"));
        given().contentType(ContentType.JSON)
                .body("[" + Samples.pain("p-1", 1, 7).replace("2026-02-23T20:00:00-05:00", time) + "]")
                .post("/api/trials/{id}/reports", id)
                .then()
                .body("[0].reason", equalTo("wrong-type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "99999999999999999999999999999999999999999999999999",
                "-1",
                "\"8\"",
                "8.0000000000001"
            })
    void hugeAndOddNumbersHarmNothing(String score) {
        given().contentType(ContentType.JSON)
                .body("[" + Samples.pain("p-1", 1, 77).replace("77", score) + "," + Samples.pain("p-2", 1, 7) + "]")
                .post("/api/trials/{id}/reports", id)
                .then()
                .statusCode(oneOf(200, 400));
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        var answer = putRaw("{\"clinic\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"reason\":\"out-of-bounds\"").contains("10000 levels");
    }

    @Test
    void anUnknownFieldIsNoBurden() throws Exception {
        for (String monster : List.of(
                "[".repeat(128) + "]".repeat(128),
                "1".repeat(2_000),
                "1e99999999999",
                '"' + "x".repeat(70_000) + '"')) {
            String body = Samples.trial("S").replaceFirst("\\{", "{\"unknown\":" + monster + ",");
            assertThat(putRaw(body).statusCode()).as(monster).isIn(200, 201);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.3000000000000003",
                "7.0",
                "0.7e1",
                "0.10000000149011612",
                "4.9E-324",
                "0.1000000000000000055511151231257827021181583404541015625"
            })
    void whatAComputerPrintsForAScoreIsTakenExactly(String score) {
        given().contentType(ContentType.JSON)
                .body("[" + Samples.pain("p-1", 1, 77).replace("77", score) + "]")
                .post("/api/trials/{id}/reports", id)
                .then()
                .statusCode(200)
                .body("result", contains("ACCEPTED"));
        String kept = given().get("/api/trials/{id}/reports", id).body().asString();
        assertThat(Json.parse(kept.getBytes(StandardCharsets.UTF_8))
                        .at("/items/0/score")
                        .decimalValue())
                .isEqualByComparingTo(score);
    }

    @Test
    void twoMebibytesAreTheMost() throws Exception {
        String padding = " ".repeat((2 << 20) - Samples.trial("S").length());
        assertThat(putRaw(Samples.trial("S") + padding).statusCode()).isEqualTo(201);
        for (String excess : List.of(" ", " ".repeat(20 << 20))) {
            var answer = putRaw(Samples.trial("S") + padding + excess);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("\"reason\":\"payload-too-large\"");
        }
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        given().contentType(ContentType.JSON)
                .body(Samples.trial("S").getBytes(StandardCharsets.UTF_16))
                .put("/api/trials/" + id)
                .then()
                .statusCode(400)
                .body("reason", equalTo("not-json"));
    }

    @Test
    void httpItselfAnswersWithProblems() {
        given().get("/api/nowhere").then().statusCode(404).body("reason", equalTo("not-found"));
        given().delete("/api/trials/" + id)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", containsString("PUT"))
                .body("reason", equalTo("method-not-allowed"));
        given().contentType("text/csv")
                .body("a,b")
                .put("/api/trials/" + id)
                .then()
                .statusCode(415)
                .body("reason", equalTo("unsupported-media-type"));
        given().accept("text/html").get("/api/trials").then().statusCode(406).body("reason", equalTo("not-acceptable"));
        given().header("If-Match", "3")
                .contentType(ContentType.JSON)
                .body(Samples.trial("S"))
                .put("/api/trials/" + id)
                .then()
                .statusCode(400)
                .body("field", equalTo("If-Match"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ä", "%2e%2e", "a'--", "-x"})
    void idsInThePathAreChecked(String odd) {
        given().urlEncodingEnabled(true)
                .contentType(ContentType.JSON)
                .body(Samples.trial("S"))
                .put("/api/trials/{odd}", odd)
                .then()
                .statusCode(400)
                .body("reason", equalTo("bad-identifier"));
    }

    @Test
    void aRefusalNeverRepeatsWhatWasSent() {
        String answer = put(Samples.trial("S").replace("SCS", "Jane-Doe-1970"))
                .extract()
                .asString();
        assertThat(answer).contains("unknown-value").doesNotContain("Jane-Doe");
    }

    @Test
    void theApiIsDescribed() {
        given().accept(ContentType.JSON)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Dorsal trial registry"))
                .body("servers", nullValue());
    }

    /** Without REST Assured, which would print such a body prettily. */
    private HttpResponse<String> putRaw(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/api/trials/%s".formatted(RestAssured.port, id)))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private ValidatableResponse put(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/api/trials/" + id)
                .then();
    }
}
