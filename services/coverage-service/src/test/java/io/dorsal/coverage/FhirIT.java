package io.dorsal.coverage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.dorsal.embedded.RealBackends;
import io.dorsal.model.Topics;
import io.dorsal.packet.pdf.PacketFile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets in FHIR: enclosed, served once they are released, and as a request for prior authorization. */
@QuarkusTest
@QuarkusTestResource(FrontDoorStub.class)
@QuarkusTestResource(
        value = RealBackends.class,
        initArgs = {@ResourceArg(name = "kafka", value = "true"), @ResourceArg(name = "database", value = "coverage")})
class FhirIT {
    private static final String FHIR = "application/fhir+json";

    @Inject
    Logs logs;

    @Inject
    DataSource database;

    @ConfigProperty(name = "dorsal.coverage.front-door")
    String frontDoor;

    @Test
    void theBundleIsServedAsItWasSigned() throws Exception {
        known("F-1", false);
        String packet = issue("F-1", "{}");
        byte[] signed = PacketFile.read(file(packet)).enclosed().get("fhir-document.json");
        fhir("/Bundle/" + packet).statusCode(404);

        release(packet);
        byte[] served = fhir("/Bundle/" + packet)
                .statusCode(200)
                .contentType(FHIR)
                .body("type", equalTo("document"))
                .body("entry[0].resource.resourceType", equalTo("Composition"))
                .extract()
                .asByteArray();
        assertThat(served).isEqualTo(signed);
        fhir("/DocumentReference/" + packet)
                .statusCode(200)
                .body("status", equalTo("current"))
                .body("content[0].attachment.url", equalTo("/api/packets/" + packet))
                .body("subject.reference", startsWith("Patient/"));
    }

    @Test
    void everyReferenceOfAServedResourceCanBeRead() {
        known("F-2", false);
        release(issue("F-2", "{}"));
        JsonPath found = fhir("/Observation?patient.identifier=urn:dorsal:trial|F-2&code=urn:dorsal:code|pain-relief")
                .statusCode(200)
                .body("entry", hasSize(1))
                .body("entry[0].search.mode", equalTo("match"))
                .extract()
                .jsonPath();
        assertThat(found.getFloat("entry[0].resource.valueQuantity.value")).isEqualTo(50);
        List<String> references = new ArrayList<>(found.getList("entry[0].resource.derivedFrom.reference"));
        references.add(found.getString("entry[0].resource.subject.reference"));
        references.add(found.getString("entry[0].resource.performer[0].reference"));
        references.forEach(reference -> fhir("/" + reference)
                .statusCode(200)
                .body("resourceType", equalTo(reference.substring(0, reference.indexOf('/')))));
    }

    @Test
    void aSearchIsNarrowedByWhatItNames() {
        known("F-3", false);
        release(issue("F-3", "{}"));
        String all = "/Observation?patient.identifier=urn:dorsal:trial|F-3";
        String days = all + "&code=pain-day";
        fhir(days).body("entry", hasSize(13)).body("link.relation", contains("self"));
        fhir(days + "&date=2026-03-03").body("entry", hasSize(1));
        fhir(days + "&date=ge2026-03-02&date=lt2026-03-05").body("entry", hasSize(2));
        fhir(days + "&date=gt2030-01-01").body("entry", nullValue());
        fhir(all + "&code=http://loinc.org|72514-3").body("entry", hasSize(12));
        fhir(all + "&code=urn:other|72514-3").body("entry", nullValue());
        fhir(all + "&identifier=urn:dorsal:trial:F-3:report|t-5").body("entry", hasSize(1));
        String patient = fhir(days).extract().path("entry[0].resource.subject.reference");
        fhir("/Observation?code=pain-day&patient=" + patient).body("entry", hasSize(13));
        fhir("/MeasureReport?patient.identifier=urn:dorsal:trial|F-3")
                .body("entry.resource.measure", hasItem("urn:dorsal:measure:pain-relief|1"));
        fhir("/Bundle?patient.identifier=urn:dorsal:trial|F-3").body("entry", hasSize(1));
    }

    @Test
    void pagesFollowOneAnother() {
        known("F-4", false);
        release(issue("F-4", "{}"));
        List<String> ids = new ArrayList<>();
        String next = "/fhir/Observation?patient.identifier=urn:dorsal:trial%7CF-4&code=pain-day&_count=5";
        while (next != null) {
            JsonPath page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("entry.resource.id"));
            next = page.getString("link.find { it.relation == 'next' }?.url");
        }
        assertThat(ids).hasSize(13).doesNotHaveDuplicates();
    }

    @Test
    void aSearchAnswersFromTheLatestPacketAndAReadFromEach() {
        known("F-5", false);
        String first = issue("F-5", "{}");
        release(first);
        String relief = "/Observation?patient.identifier=urn:dorsal:trial|F-5&code=pain-relief";
        String before = fhir(relief).extract().path("entry[0].resource.id");
        known("F-5", true);
        String second = issue("F-5", "{\"why\":\"8 March was corrected\"}");
        fhir(relief).body("entry.resource.id", contains(before));

        release(second);
        fhir(relief).body("entry", hasSize(1)).body("entry[0].resource.id", not(equalTo(before)));
        fhir("/Observation/" + before).statusCode(200);
        fhir("/DocumentReference/" + second)
                .body("relatesTo[0].target.reference", equalTo("DocumentReference/" + first));
    }

    @Test
    void aRequestForPriorAuthorizationIsMade() {
        List<ProducerRecord<String, byte[]>> statements = PacketFacts.statements("F-6", false).stream()
                .map(FhirIT::withProcedure)
                .toList();
        known("F-6", statements);
        String packet = issue("F-6", "{}");
        fhir("/Claim/%s/$pas-bundle".formatted(packet))
                .statusCode(200)
                .contentType(FHIR)
                .body("type", equalTo("collection"))
                .body("identifier.value", equalTo(packet))
                .body("entry[0].resource.resourceType", equalTo("Claim"))
                .body("entry[0].resource.use", equalTo("preauthorization"))
                .body("entry.resource.resourceType", hasItem("QuestionnaireResponse"))
                .body(
                        "entry.resource.findAll { it.resourceType == 'DocumentReference' }.content[0].attachment.contentType",
                        contains(FHIR));
        fhir("/Claim/none/$pas-bundle").statusCode(404);
        fhir("/Claim/%s/$submit".formatted(packet)).statusCode(404);
    }

    @Test
    void whatARequestLacksIsNamed() {
        known("F-7", false);
        fhir("/Claim/%s/$pas-bundle".formatted(issue("F-7", "{}")))
                .statusCode(400)
                .body("issue[0].code", equalTo("required"))
                .body("issue[0].expression", contains("procedure"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Observation?value-quantity=8",
                "/Observation?_count=0",
                "/Observation?_count=ten",
                "/Observation?code=a,b",
                "/Observation?code=a&code=b",
                "/Observation?date=yesterday",
                "/Observation?date=2026-13-01",
                "/Observation?patient.identifier=mrn|1"
            })
    void whatIsNotUnderstoodIsRefused(String search) {
        fhir(search)
                .statusCode(400)
                .contentType(FHIR)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue.severity", everyItem(equalTo("error")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Observation/none", "/Bundle/none", "/Nonsense/1", "/Patient/'; drop table packet --"})
    void whatIsNotThereIsNotFound(String path) {
        fhir(path).statusCode(404).contentType(FHIR).body("issue[0].code", equalTo("not-found"));
    }

    @Test
    void whatIsServedIsNeverChanged() {
        assertThatThrownBy(() -> {
                    try (Connection connection = database.getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute("delete from fhir_resource");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("never changed nor removed");
    }

    private static ValidatableResponse fhir(String path) {
        return given().get("/fhir" + path).then();
    }

    /** Told here by the topics, and there by the front door. */
    private void known(String trial, boolean corrected) {
        known(trial, PacketFacts.statements(trial, corrected));
    }

    private void known(String trial, List<ProducerRecord<String, byte[]>> statements) {
        logs.publish(statements);
        given().baseUri(frontDoor)
                .body(PacketFacts.facts(statements))
                .put("/api/responders/%s/facts".formatted(trial))
                .then()
                .statusCode(204);
    }

    private static ProducerRecord<String, byte[]> withProcedure(ProducerRecord<String, byte[]> statement) {
        if (!statement.topic().equals(Topics.TRIALS.name())) {
            return statement;
        }
        String document = new String(statement.value(), StandardCharsets.UTF_8)
                .replace("\"devices\"", "\"procedure\":\"63650\",\"placeOfService\":\"22\",\"devices\"");
        return Samples.record(Topics.TRIALS, statement.key(), document);
    }

    private static String issue(String trial, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/coverage/%s/packets".formatted(trial))
                .then()
                .statusCode(201)
                .body("packet", containsString("-"))
                .extract()
                .path("packet");
    }

    private static void release(String packet) {
        given().post("/api/packets/%s/release".formatted(packet)).then().statusCode(200);
    }

    private static byte[] file(String packet) {
        return given().get("/api/packets/" + packet)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
