package io.dorsal.fhir.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.fhir.Systems;
import io.dorsal.fhir.TrialSketch;
import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a resource, it ends in a reading or in a refusal with reason and place, and harms no neighbour. */
class TornResourcesTest {
    private static final long SEED = 20_260_301;
    private static final int RUNS_ALONE = 14_000;
    private static final int RUNS_IN_BUNDLES = 1_500;
    private static final Pattern PATH = Pattern.compile("[A-Za-z]+(\\.[A-Za-z]+|\\[\\d+])*");
    private static final Trial TRIAL = new TrialSketch().trial();

    private static final String OTHERS_OF_A_BUNDLE = """
            [{"resourceType":"Patient","id":"9","identifier":[{"system":"urn:dorsal:trial","value":"T-1"}]},
             {"resourceType":"Medication","id":"m","code":{"coding":[{"system":"%s","code":"1049683"}]}},
             {"resourceType":"MedicationStatement","id":"s","status":"completed","medicationReference":
              {"reference":"Medication/m"},"subject":{"reference":"Patient/9"},"effectiveDateTime":"2026-02-23T08:00:00Z",
              "dosage":[{"doseAndRate":[{"doseQuantity":{"value":5,"unit":"mg"}}]}]},
             {"resourceType":"MedicationRequest","id":"p","status":"active","intent":"order","subject":
              {"reference":"Patient/9"},"medicationReference":{"reference":"Medication/m"},"authoredOn":"2026-02-01",
              "dosageInstruction":[{"timing":{"repeat":{"frequency":4,"period":1,"periodUnit":"d"}},
               "doseAndRate":[{"doseRange":{"high":{"value":1,"unit":"{tab}"}}}]}]}]
            """.formatted(Systems.RXNORM);

    @Test
    void aTornResourceIsReadOrRefusedWithItsPlace() {
        Tearing tearing = new Tearing(SEED);
        List<JsonNode> whole = samples();
        int refused = 0;
        for (int run = 0; run < RUNS_ALONE; run++) {
            JsonNode torn = tearing.one(whole).deepCopy();
            for (int cuts = tearing.below(3); cuts >= 0; cuts--) {
                tearing.tear(torn);
            }
            refused += refusals(torn.toString());
        }
        // Else it would not have torn anything.
        assertThat(refused).isBetween(RUNS_ALONE / 3, RUNS_ALONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "transaction", "collection", "document"})
    void aTornEntryHarmsNoOther(String type) {
        Tearing tearing = new Tearing(SEED + type.length());
        List<JsonNode> whole = samples().stream()
                .filter(sample -> !sample.toString().contains("Patient/9"))
                .toList();
        for (int run = 0; run < RUNS_IN_BUNDLES; run++) {
            ObjectNode bundle = Json.object().put("resourceType", "Bundle").put("type", type);
            ArrayNode entries = bundle.putArray("entry");
            int torn = tearing.below(3);
            for (int i = 0; i < 3; i++) {
                JsonNode resource = tearing.one(whole).deepCopy();
                // One id twice would make a reference ambiguous, and is no business of this test.
                ((ObjectNode) resource).put("id", "e-" + i);
                ObjectNode entry = entries.addObject();
                entry.putObject("request")
                        .put("method", "POST")
                        .put("url", resource.path("resourceType").asText());
                entry.set("resource", resource);
            }
            List<Reading> before = read(bundle.toString());
            tearing.tear(
                    tearing.below(2) == 0
                            ? entries.get(torn)
                            : entries.get(torn).path("resource"));
            refusals(bundle.toString());
            List<Reading> after = read(bundle.toString());
            assertThat(after).hasSize(3);
            for (int i = 0; i < 3; i++) {
                if (i != torn) {
                    assertThat(told(after.get(i))).as(bundle.toString()).isEqualTo(told(before.get(i)));
                }
            }
        }
    }

    @Test
    void aTornBundleIsReadOrRefusedWithItsPlace() {
        Tearing tearing = new Tearing(SEED);
        ObjectNode whole = Json.object().put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = whole.putArray("entry");
        array(OTHERS_OF_A_BUNDLE)
                .forEach(resource -> entries.addObject()
                        .put("fullUrl", "http://x/" + resource.path("id").asText())
                        .set("resource", resource));
        assertThat(read(whole.toString())).noneMatch(Reading.Refused.class::isInstance);
        for (int run = 0; run < RUNS_IN_BUNDLES; run++) {
            ObjectNode torn = whole.deepCopy();
            for (int cuts = tearing.below(3); cuts >= 0; cuts--) {
                tearing.tear(torn);
            }
            refusals(torn.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QuestionnaireResponse.item[0].linkId {\"item\":[{\"text\":\"Intro\"},{\"linkId\":\"score\"}]}",
                "QuestionnaireResponse.item[0].linkId {\"item\":[{\"_linkId\":{\"id\":\"x\"}}]}",
                "QuestionnaireResponse.item[0].item[0].linkId {\"item\":[{\"linkId\":\"g\",\"item\":[{}]}]}",
                "QuestionnaireResponse.item[0].answer[0].item[0].linkId"
                        + " {\"item\":[{\"linkId\":\"g\",\"answer\":[{\"item\":[{}]}]}]}",
                "QuestionnaireResponse.contained[0].resourceType {\"contained\":[{}]}",
                "QuestionnaireResponse.contained[0] {\"contained\":[\"x\"]}",
                "QuestionnaireResponse.contained[0].resourceType {\"contained\":[{\"resourceTypezz\":\"Patient\"}]}",
                "QuestionnaireResponse.contained[0].resourceType {\"contained\":[{\"resourceType\":\"\"}]}",
                "QuestionnaireResponse.contained[0] {\"contained\":[{\"resourceType\":\"patient\"}]}",
            })
    void whatIsMissingIsNamed(String sample) {
        int space = sample.indexOf(' ');
        String response = """
                {"resourceType":"QuestionnaireResponse","id":"1","questionnaire":"urn:dorsal:questionnaire:odi",
                 "status":"completed","subject":{"identifier":{"system":"urn:dorsal:trial","value":"T-1"}},%s""".formatted(sample.substring(space + 2));
        Reading reading = read(response).getFirst();
        assertThat(((Reading.Refused) reading).why().field()).isEqualTo(sample.substring(0, space));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"resourceType\":\"\"}", "{\"resourceType\":7}", "{\"resourceType\":\"res\"}"})
    void anUnknownTypeIsNamedWithItsPlace(String resource) {
        String batch = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":"
                + "[{\"request\":{\"method\":\"POST\"},\"resource\":%s}]}".formatted(resource);
        assertThat(((Reading.Refused) read(batch).getFirst()).why().field())
                .isEqualTo("Bundle.entry[0].resource.resourceType");
    }

    /** How many were refused; another exception than the contract's fails. */
    private static int refusals(String body) {
        List<Reading> readings;
        try {
            readings = read(body);
        } catch (Malformed e) {
            requirePlace(e, body);
            return 1;
        } catch (RuntimeException e) {
            throw new AssertionError("A fault by " + body, e);
        }
        int refused = 0;
        for (Reading reading : readings) {
            if (reading instanceof Reading.Refused why) {
                requirePlace(why.why(), body);
                assertThat(why.why().field()).as(body).isNotEmpty();
                refused++;
            } else if (reading instanceof Reading.Prescription prescription) {
                assertThatCode(() -> prescription.change().apply(TRIAL))
                        .as(body)
                        .doesNotThrowAnyException();
            }
        }
        return refused;
    }

    private static void requirePlace(Malformed why, String body) {
        assertThat(why.expected()).as(body).isNotBlank();
        if (!why.field().isEmpty()) {
            assertThat(why.field()).as(body).matches(PATH).doesNotContain("zzz");
        }
    }

    /** Without what differs although it is the same. */
    private static String told(Reading reading) {
        return reading instanceof Reading.Prescription prescription
                ? prescription.change().apply(TRIAL).toString()
                : reading instanceof Reading.Refused refused ? refused.why().getMessage() : reading.toString();
    }

    private static List<Reading> read(String body) {
        Posted posted = Posted.read(body.getBytes(StandardCharsets.UTF_8), null);
        return Intake.readBare(posted, TornResourcesTest::trial, Instant.parse("2026-03-20T00:00:00Z"));
    }

    private static @Nullable Trial trial(TrialId id) {
        return id.equals(TRIAL.trial()) ? TRIAL : null;
    }

    private static List<JsonNode> samples() {
        List<JsonNode> samples = new ArrayList<>();
        Stream.of("/intake/taken.jsonl", "/hostile/resources.jsonl")
                .flatMap(IntakeTest::lines)
                .filter(line -> !line.contains("1e999"))
                .map(line -> Json.parseDocument(line.getBytes(StandardCharsets.UTF_8))
                        .get("resource"))
                .filter(JsonNode::isObject)
                .forEach(samples::add);
        array(OTHERS_OF_A_BUNDLE).forEach(samples::add);
        return samples;
    }

    private static JsonNode array(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
