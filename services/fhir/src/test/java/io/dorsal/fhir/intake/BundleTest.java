package io.dorsal.fhir.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dorsal.fhir.TrialSketch;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.report.PatientReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Bundles come to: who is meant by a reference, what is kept, what is left aside and what is refused. */
class BundleTest {
    private static final String PATIENT = """
            {"fullUrl":"urn:uuid:11111111-1111-1111-1111-111111111111",%s
             "resource":{"resourceType":"Patient","id":"17","name":[{"family":"Doe"}],
              "identifier":[{"system":"http://hospital/mrn","value":"4711"},{"system":"urn:dorsal:trial","value":"T-1"}]}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"urn:uuid:11111111-1111-1111-1111-111111111111", "Patient/17"})
    void theTrialStandsOnThePatientReferredTo(String reference) {
        List<Reading> readings = read(bundle("collection", PATIENT.formatted(""), entry("", pain("1", reference, 8))));
        assertThat(readings.get(0)).isInstanceOf(Reading.Aside.class);
        assertThat(report(readings.get(1)).trial()).isEqualTo(TrialSketch.TRIAL);
    }

    @Test
    void aReferenceThatCanMeanTwoPatientsMeansNone() {
        String other = """
                {"fullUrl":"http://elsewhere/Patient/17",
                 "resource":{"resourceType":"Patient","id":"17","identifier":[{"system":"urn:dorsal:trial","value":"T-2"}]}}
                """;
        List<Reading> readings =
                read(bundle("collection", PATIENT.formatted(""), other, entry("", pain("1", "Patient/17", 8))));
        assertThat(refusal(readings.get(2)).field()).isEqualTo("Bundle.entry[2].resource.subject");
    }

    @Test
    void aDrugMayStandInAnotherEntry() {
        String drug = """
                {"fullUrl":"urn:uuid:22222222-2222-2222-2222-222222222222","resource":{"resourceType":"Medication",
                 "code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1049683"}]}}}
                """;
        String dose = """
                {"resource":{"resourceType":"MedicationStatement","id":"1","status":"completed",
                 "medicationReference":{"reference":"urn:uuid:22222222-2222-2222-2222-222222222222"},
                 "subject":{"reference":"Patient/17"},"effectiveDateTime":"2026-02-23T08:00:00Z",
                 "dosage":[{"doseAndRate":[{"doseQuantity":{"value":1,"unit":"{tab}"}}]}]}}
                """;
        List<Reading> readings = read(bundle("message", PATIENT.formatted(""), drug, dose));
        assertThat(report(readings.get(2)).states().kind().word()).isEqualTo("INTAKE");
    }

    @Test
    void aScoreThatRepeatsItsFormCountsOnce() {
        String form = """
                {"fullUrl":"urn:uuid:33333333-3333-3333-3333-333333333333","resource":{"resourceType":
                 "QuestionnaireResponse","id":"q","questionnaire":"urn:dorsal:questionnaire:odi","status":"completed",
                 "subject":{"reference":"Patient/17"},"authored":"2026-02-24T10:00:00Z",
                 "item":[{"linkId":"score","answer":[{"valueDecimal":52}]}]}}
                """;
        String score = entry("", pain("s", "Patient/17", 52))
                .replace("72514-3", "97909-6")
                .replace(
                        "\"status\"",
                        "\"derivedFrom\":[{\"reference\":\"urn:uuid:33333333-3333-3333-3333-333333333333\"}],\"status\"");
        List<Reading> readings = read(bundle("collection", PATIENT.formatted(""), form, score));
        assertThat(readings.get(1)).isInstanceOf(Reading.Report.class);
        assertThat(readings.get(2)).isInstanceOf(Reading.Aside.class);
        assertThat(read(bundle("collection", PATIENT.formatted(""), score)).get(1))
                .isInstanceOf(Reading.Report.class);
    }

    @ParameterizedTest
    @CsvSource({
        "collection, Aside",
        "document, Aside",
        "message, Aside",
        "batch, Refused",
        "transaction, Refused",
    })
    void whatIsOfNoConcernIsRefusedOnlyWhereItWasToBeKept(String type, String reading) {
        String condition = """
                {"request":{"method":"POST","url":"Condition"},"resource":{"resourceType":"Condition","id":"c"}}""";
        String weight = """
                {"request":{"method":"POST","url":"Observation"},"resource":{"resourceType":"Observation","id":"w",
                 "status":"final","code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]}}}""";
        assertThat(read(bundle(type, condition, weight)))
                .extracting(each -> each.getClass().getSimpleName())
                .containsExactly(reading, reading);
    }

    @Test
    void oneBadEntryHarmsNoOther() {
        List<Reading> readings = read(bundle(
                "batch",
                PATIENT.formatted("\"request\":{\"method\":\"POST\",\"url\":\"Patient\"},"),
                entry("POST", pain("1", "Patient/17", 8)),
                entry("POST", pain("2", "Patient/17", 80)),
                "7",
                "{}",
                "{\"request\":{\"method\":\"GET\",\"url\":\"Observation?code=72514-3\"}}",
                entry("DELETE", pain("3", "Patient/17", 8)),
                "{\"request\":{\"method\":\"POST\"},\"resource\":[]}",
                entry("PUT", pain("4", "Patient/17", 7)),
                entry("PUT", pain("5", "Patient/17", 7)).replace("\"url\"", "\"ifMatch\":\"W/3\",\"url\"")));
        assertThat(readings)
                .extracting(reading -> reading instanceof Reading.Refused refused
                        ? refused.why().reason().word() + " " + refused.why().field()
                        : reading.getClass().getSimpleName())
                .containsExactly(
                        "Aside",
                        "Report",
                        "out-of-bounds Bundle.entry[2].resource.value",
                        "method-not-allowed Bundle.entry[3].request.method",
                        "method-not-allowed Bundle.entry[4].request.method",
                        "method-not-allowed Bundle.entry[5].request.method",
                        "method-not-allowed Bundle.entry[6].request.method",
                        "missing-field Bundle.entry[7].resource",
                        "Report",
                        "bad-request Bundle.entry[9].request.ifMatch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"resourceType\":\"Bundle\"} | unknown-value | Bundle.type",
                "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"} | unknown-value | Bundle.type",
                "{\"resourceType\":\"Bundle\",\"type\":{\"a\":1}} | unknown-value | Bundle.type",
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":{}} | wrong-type | Bundle.entry",
                "{\"resourceType\":7} | not-an-object | ''",
                "{} | not-an-object | ''",
                "[] | not-an-object | ''",
                "{\"resourceType\":\"Bundle\",\"resourceType\":\"Bundle\"} | duplicate-field | ''",
                "<Bundle xmlns=\"http://hl7.org/fhir\"/> | not-json | ''",
            })
    void whatCannotBeReadIsRefusedWhole(String body, String reason, String path) {
        Malformed why = catchThrowableOfType(Malformed.class, () -> Posted.read(utf8(body), null));
        assertThat(why.reason().word()).isEqualTo(reason);
        assertThat(why.field()).isEqualTo(path);
    }

    @Test
    void theNumberOfEntriesIsBounded() {
        String entries =
                Stream.generate(() -> "{}").limit(Posted.ENTRIES_MAX + 1).collect(Collectors.joining(","));
        Malformed why = catchThrowableOfType(Malformed.class, () -> Posted.read(utf8(bundle("batch", entries)), null));
        assertThat(why.reason()).isEqualTo(Reason.TOO_MANY_ITEMS);
    }

    @Test
    void theAddressNamesTheType() {
        byte[] body = utf8(pain("1", "Patient/17", 8));
        assertThat(Posted.read(body, "Observation").entries()).hasSize(1);
        Malformed why = catchThrowableOfType(Malformed.class, () -> Posted.read(body, "MedicationStatement"));
        assertThat(why.reason()).isEqualTo(Reason.BAD_REQUEST);
    }

    private static List<Reading> read(String body) {
        return Intake.read(
                Posted.read(utf8(body), null), id -> new TrialSketch().trial(), Instant.parse("2026-03-20T00:00:00Z"));
    }

    private static String bundle(String type, String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"%s\",\"entry\":[%s]}"
                .formatted(type, String.join(",", entries));
    }

    private static String entry(String method, String resource) {
        String request =
                method.isEmpty() ? "" : "\"request\":{\"method\":\"%s\",\"url\":\"Observation\"},".formatted(method);
        return "{%s\"resource\":%s}".formatted(request, resource);
    }

    private static String pain(String id, String subject, int score) {
        return """
                {"resourceType":"Observation","id":"%s","status":"final",
                 "code":{"coding":[{"system":"http://loinc.org","code":"72514-3"}]},"subject":{"reference":"%s"},
                 "effectiveDateTime":"2026-02-23T20:00:00Z","valueInteger":%s}""".formatted(id, subject, score);
    }

    private static PatientReport report(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Report.class);
        return ((Reading.Report) reading).report();
    }

    private static Malformed refusal(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).why();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
