package io.dorsal.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backends
class ReportIT {
    private final String trial = Samples.id("T");

    @Test
    void reportsAreTakenBeforeTheirTrialExists() {
        post("[" + Samples.pain("p-1", 1, 8) + "]")
                .statusCode(200)
                .body("result", contains("ACCEPTED"))
                .body("[0].report", equalTo("p-1"))
                .body("[0].reason", nullValue());
    }

    @Test
    void theSameRevisionAgainIsADuplicateAndAnotherContentIsAConflict() {
        post("[" + Samples.pain("p-1", 1, 8) + "]").body("result", contains("ACCEPTED"));

        post("[%s,%s,%s]".formatted(Samples.pain("p-1", 1, 8), Samples.pain("p-1", 1, 7), Samples.pain("p-2", 1, 7)))
                .statusCode(200)
                .body("result", contains("DUPLICATE", "REJECTED", "ACCEPTED"))
                .body("[1].reason", equalTo("revision-conflict"))
                .body("[1].field", equalTo("revision"));
    }

    @Test
    void oneBadItemHarmsNoOther() {
        post("[{\"report\":\"x\"},%s,7,{\"report\":\"y\",\"revision\":1,\"kind\":\"PAIN\",\"score\":\"NaN\"}]"
                        .formatted(Samples.pain("p-1", 1, 8)))
                .statusCode(200)
                .body("result", contains("REJECTED", "ACCEPTED", "REJECTED", "REJECTED"))
                .body("[0].report", equalTo("x"))
                .body("[0].reason", equalTo("missing-field"))
                .body("[0].field", equalTo("revision"))
                .body("[2].reason", equalTo("not-an-object"));
    }

    @Test
    void revisionsMayComeInAnyOrderAndWithGaps() {
        post("[" + Samples.pain("p-1", 7, 3) + "]").body("result", contains("ACCEPTED"));
        post("[%s,%s]".formatted(Samples.pain("p-1", 2, 4), Samples.pain("p-1", 1, 5)))
                .body("result", contains("ACCEPTED", "ACCEPTED"));

        given().get("/api/trials/{trial}/reports", trial)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].revision", equalTo(7))
                .body("items[0].score", equalTo(3));
        given().get("/api/trials/{trial}/reports/p-1", trial).then().body("items.revision", contains(1, 2, 7));
    }

    @Test
    void aRetractionSaysWhyInTheHistory() {
        post("[" + Samples.pain("p-1", 1, 8)
                        + ",{\"report\":\"p-1\",\"revision\":2,\"kind\":\"PAIN\",\"retracted\":true,\"reason\":\"typed on the wrong day\"}]")
                .body("result", contains("ACCEPTED", "ACCEPTED"));

        given().get("/api/trials/{trial}/reports/p-1", trial)
                .then()
                .body("items[1].retracted", equalTo(true))
                .body("items[1].reason", equalTo("typed on the wrong day"));
    }

    @Test
    void aSingleReportIsRefusedWithTheHint() {
        post(Samples.pain("p-1", 1, 8))
                .statusCode(400)
                .body("reason", equalTo("wrong-type"))
                .body("expected", equalTo("an array of reports; put a single report into brackets: [{…}]"));
    }

    @Test
    void aThousandItemsAreTakenAndOneMoreIsNot() {
        post(pains(1_000)).statusCode(200).body("findAll { it.result == 'ACCEPTED' }.size()", equalTo(1_000));
        post(pains(1_001)).statusCode(400).body("reason", equalTo("too-many-items"));
    }

    @Test
    void pagesByKindLoseAndRepeatNothing() {
        post(pains(25)).statusCode(200);
        post("[{\"report\":\"n-1\",\"revision\":1,\"kind\":\"NO_INTAKE\",\"date\":\"2026-03-05\"}]");

        String next = given().get("/api/trials/{trial}/reports?kind=PAIN&limit=20", trial)
                .then()
                .body("items", hasSize(20))
                .extract()
                .path("next");
        given().get("/api/trials/{trial}/reports?kind=PAIN&limit=20&cursor={next}", trial, next)
                .then()
                .body("items", hasSize(5))
                .body("next", nullValue());
        given().get("/api/trials/{trial}/reports?kind=NO_INTAKE", trial).then().body("items.report", contains("n-1"));
    }

    private static String pains(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Samples.pain("p-" + i, 1, i % 11))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/trials/{trial}/reports", trial)
                .then();
    }
}
