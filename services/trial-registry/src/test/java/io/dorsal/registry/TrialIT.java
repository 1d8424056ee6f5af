package io.dorsal.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backends
class TrialIT {
    private final String id = Samples.id("T");

    @Test
    void aNewTrialIsCreatedOnceAndReadBack() {
        put(id, Samples.trial("S-1")).statusCode(201).header("ETag", "\"1\"").header("Location", "/api/trials/" + id);
        put(id, Samples.trial("S-1")).statusCode(200).header("ETag", "\"1\"");
        given().get("/api/trials/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("subject", equalTo("S-1"))
                .body("version", is(1));
        given().header("If-None-Match", "\"1\"").get("/api/trials/" + id).then().statusCode(304);
    }

    @Test
    void aChangeMustSayWhichVersionItSaw() {
        put(id, Samples.trial("S-1")).statusCode(201);

        put(id, Samples.trial("S-2"))
                .statusCode(428)
                .contentType("application/problem+json")
                .header("ETag", "\"1\"")
                .body("reason", equalTo("precondition-required"));
        putSeen(id, "\"1\"", Samples.trial("S-2")).statusCode(200).header("ETag", "\"2\"");
        putSeen(id, "\"1\"", Samples.trial("S-3"))
                .statusCode(412)
                .header("ETag", "\"2\"")
                .body("reason", equalTo("lost-race"));
        putSeen(id, "\"1\"", Samples.trial("S-2")).statusCode(200).header("ETag", "\"2\"");
        putSeen(id, "*", Samples.trial("S-4")).statusCode(200).header("ETag", "\"3\"");
    }

    @Test
    void ifNoneMatchCreatesAndNeverChanges() {
        given().header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                .body(Samples.trial("S-1"))
                .put("/api/trials/" + id)
                .then()
                .statusCode(201);
        given().header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                .body(Samples.trial("S-2"))
                .put("/api/trials/" + id)
                .then()
                .statusCode(412)
                .header("ETag", "\"1\"");
        given().header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                .body(Samples.trial("S-1"))
                .put("/api/trials/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void aRemovalThatHasNotComeIsRefused() {
        Instant now = Instant.now();
        String removed = "\"leadRemovedAt\":\"%s\",\"devices\"".formatted(now.plus(Duration.ofDays(2)));
        String planned = Samples.trial("S-1")
                .replace("2026-03-02T15:30:00Z", now.minus(Duration.ofDays(3)).toString())
                .replace("2026-03-09T15:00:00Z", now.plus(Duration.ofDays(2)).toString());

        put(id, planned.replace("\"devices\"", removed))
                .statusCode(400)
                .body("reason", equalTo("out-of-bounds"))
                .body("field", equalTo("leadRemovedAt"))
                .body("expected", containsString("plannedRemovalAt"));
        put(id, planned).statusCode(201);
    }

    @Test
    void everyVersionIsKept() {
        put(id, Samples.trial("S-1")).statusCode(201);
        putSeen(id, "\"1\"", Samples.trial("S-2")).statusCode(200);

        given().get("/api/trials/{id}/history", id)
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2))
                .body("items.document.subject", contains("S-1", "S-2"))
                .body("items[0].recordedAt", notNullValue());
        given().get("/api/trials/{id}/history", Samples.id("none"))
                .then()
                .statusCode(404)
                .body("reason", equalTo("unknown-trial"));
    }

    @Test
    void ofManyWritersWithTheSameTagExactlyOneWins() throws Exception {
        put(id, Samples.trial("S-0")).statusCode(201);

        List<Integer> statuses = atOnce(
                12,
                n -> putSeen(id, "\"1\"", Samples.trial("S-new-" + n)).extract().statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(11);
        given().get("/api/trials/" + id).then().body("version", is(2));
    }

    @Test
    void ofManyCreatorsOneCreatesAndTheOthersHearThatItIsDone() throws Exception {
        List<Integer> statuses =
                atOnce(8, n -> put(id, Samples.trial("S-1")).extract().statusCode());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(7);
    }

    @Test
    void aDeviceIsWornInOneTrialAtATime() {
        String device = Samples.id("ETS");
        String other = Samples.id("T");
        put(id, Samples.trial("S-1", Samples.worn(device, "2026-03-02T16:00:00Z", null)))
                .statusCode(201);

        put(other, Samples.trial("S-2", Samples.worn(device, "2026-03-05T16:00:00Z", null)))
                .statusCode(409)
                .body("reason", equalTo("device-assigned-elsewhere"))
                .body("field", equalTo("devices[0]"))
                .body("trial", equalTo(id))
                .body("device", equalTo(device));
        putSeen(id, "\"1\"", Samples.trial("S-1", Samples.worn(device, "2026-03-02T16:00:00Z", "2026-03-05T16:00:00Z")))
                .statusCode(200);
        put(other, Samples.trial("S-2", Samples.worn(device, "2026-03-05T16:00:00Z", null)))
                .statusCode(201);
    }

    @Test
    void ofTwoTrialsThatTakeTheSameDevicesAtOnceOneGetsThem() throws Exception {
        String a = Samples.id("ETS");
        String b = Samples.id("ETS");
        String ab = "[%s,%s]".formatted(open(a), open(b));
        String ba = "[%s,%s]".formatted(open(b), open(a));

        List<Integer> statuses = atOnce(
                8,
                n -> put(Samples.id("T"), Samples.trial("S", n % 2 == 0 ? ab : ba))
                        .extract()
                        .statusCode());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
    }

    @Test
    void pagesHoldTheirOrderWhileTrialsAreAdded() {
        String clinic = Samples.id("c");
        for (int i = 0; i < 7; i++) {
            put("P-%d-%s".formatted(2 * i, clinic), inClinic(clinic)).statusCode(201);
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = given().queryParams("clinic", clinic, "state", "RUNNING", "limit", 3)
                    .queryParams(cursor == null ? java.util.Map.of() : java.util.Map.of("cursor", cursor))
                    .get("/api/trials")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.trial"));
            cursor = page.path("next");
            // Before and after the place where the reader stands.
            put("P-%s-%s".formatted("0a", clinic), inClinic(clinic));
            put("P-%s-%s".formatted("9z", clinic), inClinic(clinic));
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().isSorted().hasSizeGreaterThanOrEqualTo(7);
        given().queryParams("clinic", clinic, "state", "ENDED")
                .get("/api/trials")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void aBadPageIsRefusedHelpfully() {
        given().get("/api/trials?limit=0").then().statusCode(400).body("field", equalTo("limit"));
        given().get("/api/trials?limit=1e9")
                .then()
                .statusCode(400)
                .body("expected", equalTo("a whole number from 1 to 500"));
        given().get("/api/trials?cursor=xyz").then().statusCode(400).body("field", equalTo("cursor"));
        given().get("/api/trials?state=running")
                .then()
                .statusCode(400)
                .body("expected", equalTo("one of PLANNED, RUNNING, ENDED"));
    }

    private static String inClinic(String clinic) {
        return Samples.trial("S").replace("harbor-pain", clinic);
    }

    private static String open(String device) {
        return "{\"device\":\"%s\",\"from\":\"2026-03-02T16:00:00Z\",\"to\":null}".formatted(device);
    }

    private static ValidatableResponse put(String id, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/api/trials/" + id)
                .then();
    }

    private static ValidatableResponse putSeen(String id, String tag, String body) {
        return given().header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/trials/" + id)
                .then();
    }

    private static List<Integer> atOnce(int writers, java.util.function.IntFunction<Integer> write) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            List<Callable<Integer>> writes = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int n = i;
                writes.add(() -> write.apply(n));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : pool.invokeAll(writes)) {
                statuses.add(status.get());
            }
            return statuses;
        }
    }
}
