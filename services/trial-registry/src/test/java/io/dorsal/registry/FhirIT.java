package io.dorsal.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FHIR over HTTP, kept in a real PostgreSQL. */
@QuarkusTest
@Backends
class FhirIT {
    private static final String FHIR = "application/fhir+json";

    private final String trial = Samples.id("T");

    @BeforeEach
    void registerTheTrial() {
        given().contentType(ContentType.JSON)
                .body(Samples.trial("S-0417"))
                .put("/api/trials/" + trial)
                .then()
                .statusCode(201);
    }

    @Test
    void anObservationBecomesAReportOnce() {
        String location = post("/fhir/Observation", pain("1", 8))
                .statusCode(201)
                .contentType(FHIR)
                .header("Location", startsWith("/api/trials/" + trial + "/reports/fhir-"))
                .header("ETag", "W/\"1\"")
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].details.coding[0].code", equalTo("ACCEPTED"))
                .extract()
                .header("Location");
        given().get(location)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("PAIN"))
                .body("items[0].construct", equalTo("AVERAGE"))
                .body("items[0].score", equalTo(8));

        post("/fhir", pain("1", 8)).statusCode(200).body("issue[0].details.coding[0].code", equalTo("DUPLICATE"));
        reports().body("items", hasSize(1));
    }

    @Test
    void aCorrectionIsTheNextVersionAndAnotherContentIsAConflict() {
        post("/fhir/Observation", pain("1", 8)).statusCode(201);
        post("/fhir/Observation", pain("1", 3))
                .statusCode(409)
                .body("issue[0].code", equalTo("conflict"))
                .body("issue[0].details.coding[0].code", equalTo("revision-conflict"))
                .body("issue[0].expression", contains("Observation.meta.versionId"));
        post("/fhir/Observation", revision(pain("1", 3), 2)).statusCode(201).header("ETag", "W/\"2\"");
        reports().body("items", hasSize(1)).body("items[0].score", equalTo(3));
        post("/fhir/Observation", revision(pain("1", 3), 3).replace("final", "entered-in-error"))
                .statusCode(201);
        reports().body("items[0].retracted", equalTo(true));
    }

    @Test
    void aBatchIsAnsweredEntryByEntry() {
        post("/fhir", bundle("batch", entry(pain("1", 8)), entry(pain("2", 80)), entry(pain("3", 7)), entry("""
                        {"resourceType":"Immunization","status":"completed"}""")))
                .statusCode(200)
                .body("type", equalTo("batch-response"))
                .body(
                        "entry.response.status",
                        contains("201 Created", "400 Bad Request", "201 Created", "400 Bad Request"))
                .body("entry[1].response.outcome.issue[0].expression", contains("Bundle.entry[1].resource.value"))
                .body("entry[1].response.outcome.issue[0].diagnostics", containsString("from 0 to 10"))
                .body("entry[3].response.outcome.issue[0].code", equalTo("not-supported"));
        reports().body("items", hasSize(2));
    }

    @Test
    void aTransactionIsKeptWholeOrNotAtAll() {
        post("/fhir", bundle("transaction", entry(pain("1", 8)), entry(pain("2", 80)), entry(pain("3", -1))))
                .statusCode(400)
                .body("resourceType", equalTo("OperationOutcome"))
                .body(
                        "issue.expression.flatten()",
                        contains("Bundle.entry[1].resource.value", "Bundle.entry[2].resource.value"));
        reports().body("items", hasSize(0));

        post("/fhir", pain("2", 5)).statusCode(201);
        post("/fhir", bundle("transaction", entry(request(1)), entry(pain("1", 8)), entry(pain("2", 7))))
                .statusCode(409)
                .body("issue.expression.flatten()", contains("Bundle.entry[2].resource.meta.versionId"));
        reports().body("items", hasSize(1));
        regimen().body("regimen", hasSize(0)).body("version", equalTo(1));

        post("/fhir", bundle("transaction", entry(pain("1", 8)), entry(pain("2", 5)), entry(request(1))))
                .statusCode(200)
                .body("type", equalTo("transaction-response"))
                .body("entry.response.status", contains("201 Created", "200 OK", "201 Created"));
        reports().body("items", hasSize(2));
        regimen().body("regimen", hasSize(1)).body("version", equalTo(2));
    }

    @Test
    void aTransactionIsAboutOneTrial() {
        String other = Samples.id("T");
        given().contentType(ContentType.JSON)
                .body(Samples.trial("S-2"))
                .put("/api/trials/" + other)
                .then()
                .statusCode(201);
        String both =
                bundle("transaction", entry(pain("1", 8)), entry(pain("1", 8).replace(trial, other)));
        post("/fhir", both).statusCode(400).body("issue[0].diagnostics", containsString("one trial"));
        post("/fhir", both.replace("transaction", "batch"))
                .body("entry.response.status", contains("201 Created", "201 Created"));
    }

    @Test
    void aPrescriptionEntersTheRegimenOnce() {
        post("/fhir/MedicationRequest", request(1))
                .statusCode(201)
                .header("Location", equalTo("/api/trials/" + trial))
                .header("ETag", equalTo("\"2\""));
        post("/fhir/MedicationRequest", request(1))
                .statusCode(200)
                .body("issue[0].details.coding[0].code", equalTo("DUPLICATE"));
        post("/fhir/MedicationRequest", request(2)).statusCode(201);
        regimen()
                .body("version", equalTo(3))
                .body("regimen", hasSize(1))
                .body("regimen[0].rxcui", equalTo("1049683"))
                .body("regimen[0].quantity", equalTo(2))
                .body("regimen[0].timesPerDay", equalTo(4));
    }

    @Test
    void aTrialThatIsNotRegisteredTakesNothing() {
        post("/fhir/Observation", pain("1", 8).replace(trial, "T-nowhere"))
                .statusCode(404)
                .body("issue[0].code", equalTo("not-found"))
                .body("issue[0].expression", contains("Observation.subject"))
                .body("issue[0].diagnostics", not(containsString("nowhere")));
    }

    @Test
    void whatTheAddressAndTheHeadersSayIsChecked() {
        post("/fhir/MedicationStatement", pain("1", 8))
                .statusCode(400)
                .body("issue[0].expression", contains("resourceType"));
        given().config(asIs())
                .contentType("application/fhir+xml")
                .body("<Observation xmlns=\"http://hl7.org/fhir\"/>")
                .post("/fhir")
                .then()
                .statusCode(415)
                .contentType(FHIR)
                .body("issue[0].diagnostics", containsString(FHIR));
        given().config(asIs())
                .contentType("application/fhir+json; charset=UTF-8; fhirVersion=4.0")
                .accept("application/fhir+xml")
                .body(pain("9", 1))
                .post("/fhir")
                .then()
                .statusCode(201)
                .contentType(FHIR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"resourceType\":\"Bundle\"}",
                "{\"resourceType\":\"Bundle\",\"type\":\"history\",\"entry\":[]}",
                "{\"resourceType\":\"Observation\",\"resourceType\":\"Bundle\"}",
                "{\"resourceType\":\"Patient\",\"id\":\"1\"}",
                "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":1e999999999}}",
            })
    void nonsenseGetsACleanRefusal(String body) {
        post("/fhir", body)
                .statusCode(400)
                .contentType(FHIR)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].severity", equalTo("error"));
    }

    @Test
    void sizeAndDepthAreBounded() {
        String deep = "{\"resourceType\":\"QuestionnaireResponse\",\"item\":"
                + "[{\"item\":".repeat(10_000)
                + "[]"
                + "}]".repeat(10_000)
                + "}";
        post("/fhir", deep).statusCode(400).body("issue[0].details.coding[0].code", equalTo("out-of-bounds"));
        String large =
                pain("1", 8).replace("\"status\"", "\"language\":\"%s\",\"status\"".formatted("x".repeat(2 << 20)));
        post("/fhir", large).statusCode(413).body("issue[0].code", equalTo("too-long"));
        String many = bundle(
                "collection",
                IntStream.rangeClosed(0, 1_000)
                        .mapToObj(i -> entry(pain("m" + i, 8)))
                        .toArray(String[]::new));
        post("/fhir", many).statusCode(400).body("issue[0].expression", contains("Bundle.entry"));
    }

    @Test
    void aThousandEntriesAreTaken() {
        String entries =
                IntStream.range(0, 1_000).mapToObj(i -> entry(pain("m" + i, 8))).collect(Collectors.joining(","));
        post("/fhir", bundle("collection", entries))
                .statusCode(200)
                .body("entry", hasSize(1_000))
                .body("entry[999].response.status", equalTo("201 Created"));
    }

    @Test
    void metadataSaysWhatIsTaken() {
        given().get("/fhir/metadata")
                .then()
                .statusCode(200)
                .contentType(FHIR)
                .body("resourceType", equalTo("CapabilityStatement"))
                .body("fhirVersion", equalTo("4.0.1"))
                .body("rest[0].resource.type", hasItems("Observation", "MedicationRequest"))
                .body("rest[0].interaction.code", hasItems("transaction", "batch"));
    }

    @ParameterizedTest
    @CsvSource({"/fhir, POST", "/fhir/Observation, POST"})
    void whatIsNotReadHereSaysSo(String path, String allow) {
        given().get(path).then().statusCode(405).header("Allow", endsWith(allow));
    }

    private ValidatableResponse reports() {
        return given().get("/api/trials/{trial}/reports", trial).then().statusCode(200);
    }

    private ValidatableResponse regimen() {
        return given().get("/api/trials/{trial}", trial).then().statusCode(200);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().config(asIs()).contentType(FHIR).body(body).post(path).then();
    }

    /** REST Assured knows no encoder for FHIR's media type. */
    private static RestAssuredConfig asIs() {
        return RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(FHIR, ContentType.TEXT)
                        .encodeContentTypeAs("application/fhir+xml", ContentType.TEXT)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    private String pain(String id, int score) {
        return """
                {"resourceType":"Observation","id":"%s","status":"final",
                 "code":{"coding":[{"system":"http://loinc.org","code":"72514-3"}]},
                 "subject":{"identifier":{"system":"urn:dorsal:trial","value":"%s"}},
                 "effectiveDateTime":"2026-02-23T20:00:00-05:00","valueQuantity":{"value":%d,"unit":"{score}"}}""".formatted(id, trial, score);
    }

    private static String revision(String resource, int revision) {
        return resource.replace("\"status\"", "\"meta\":{\"versionId\":\"%d\"},\"status\"".formatted(revision));
    }

    private String request(int tablets) {
        return """
                {"resourceType":"MedicationRequest","status":"active","intent":"order",
                 "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1049683"}]},
                 "subject":{"identifier":{"system":"urn:dorsal:trial","value":"%s"}},"authoredOn":"2026-01-01",
                 "dosageInstruction":[{"timing":{"repeat":{"frequency":4,"period":1,"periodUnit":"d"}},
                  "doseAndRate":[{"doseQuantity":{"value":%d,"unit":"{tab}"}}]}]}""".formatted(trial, tablets);
    }

    private static String bundle(String type, String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"%s\",\"entry\":[%s]}"
                .formatted(type, String.join(",", entries));
    }

    private static String entry(String resource) {
        return "{\"request\":{\"method\":\"POST\",\"url\":\"x\"},\"resource\":%s}".formatted(resource);
    }
}
