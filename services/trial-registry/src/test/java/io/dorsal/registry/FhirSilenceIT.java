package io.dorsal.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is posted never gets into the log, at any level, and what is bad of it harms no neighbour. */
@QuarkusTest
@Backends
class FhirSilenceIT {
    private static final String FHIR = "application/fhir+json";
    private static final String MARK = "JANEDOE1970";

    private final String trial = Samples.id("T");
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getLoggerName() + ": " + entry.getMessage() + List.of(parameters(entry)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        listener.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listener);
        given().contentType(ContentType.JSON)
                .body(Samples.trial("S-0417"))
                .put("/api/trials/" + trial)
                .then()
                .statusCode(201);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(listener);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"performer\":[{\"reference\":\"#JANEDOE1970\"}]",
                "\"performer\":[{\"reference\":\"##JANEDOE1970\"}]",
                "\"derivedFrom\":[{\"reference\":\"#JANEDOE1970\"}]",
                "\"issued\":\"JANEDOE1970\"",
                "\"JANEDOE1970\":1",
                "\"contained\":[{\"resourceType\":\"JANEDOE1970\"}]",
                "\"contained\":[{\"resourceType\":\"Patient\",\"JANEDOE1970\":1}]",
                "\"extension\":[{\"url\":\"JANEDOE1970\",\"valueString\":\"x\",\"extension\":[{\"url\":\"JANEDOE1970\"}]}]",
                "\"_issued\":{\"JANEDOE1970\":\"JANEDOE1970\"}",
                "\"note\":\"JANEDOE1970\"",
                "\"language\":[\"JANEDOE1970\"]",
                "\"meta\":{\"versionId\":\"JANEDOE1970\"}",
            })
    void nothingOfItIsLogged(String element) {
        given().config(asIs()).contentType(FHIR).body(pain("1", "," + element)).post("/fhir");
        assertThat(logged).noneMatch(line -> line.contains(MARK));
    }

    @Test
    void aBadEntryHarmsNoOther() {
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[%s,%s,%s,%s,%s]}"
                .formatted(
                        entry(pain("1", "")),
                        entry(pain("2", ",\"contained\":[{}]")),
                        entry(pain("3", ",\"contained\":[\"x\"]")),
                        entry("""
                                {"resourceType":"QuestionnaireResponse","id":"q","status":"completed",
                                 "questionnaire":"urn:dorsal:questionnaire:odi","authored":"2026-02-23T20:00:00Z",
                                 "subject":{"identifier":{"system":"urn:dorsal:trial","value":"%s"}},
                                 "item":[{"text":"Intro"},{"linkId":"score","answer":[{"valueDecimal":52}]}]}""".formatted(trial)),
                        entry(pain("4", "")));
        post(bundle)
                .statusCode(200)
                .body(
                        "entry.response.status",
                        contains("201 Created", "400 Bad Request", "400 Bad Request", "400 Bad Request", "201 Created"))
                .body(
                        "entry[1].response.outcome.issue[0].expression[0]",
                        equalTo("Bundle.entry[1].resource.contained[0].resourceType"))
                .body(
                        "entry[3].response.outcome.issue[0].expression[0]",
                        equalTo("Bundle.entry[3].resource.item[0].linkId"));
        post(bundle.replace("batch", "collection")).statusCode(200);
    }

    private static Object[] parameters(LogRecord entry) {
        return entry.getParameters() == null ? new Object[0] : entry.getParameters();
    }

    private static String entry(String resource) {
        return "{\"request\":{\"method\":\"POST\"},\"resource\":%s}".formatted(resource);
    }

    private static ValidatableResponse post(String body) {
        return given().config(asIs()).contentType(FHIR).body(body).post("/fhir").then();
    }

    private String pain(String id, String more) {
        return """
                {"resourceType":"Observation","id":"%s","status":"final",
                 "code":{"coding":[{"system":"http://loinc.org","code":"72514-3"}]},
                 "subject":{"identifier":{"system":"urn:dorsal:trial","value":"%s"}},
                 "effectiveDateTime":"2026-02-23T20:00:00-05:00","valueInteger":7%s}""".formatted(id, trial, more);
    }

    private static RestAssuredConfig asIs() {
        return RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(FHIR, ContentType.TEXT));
    }
}
