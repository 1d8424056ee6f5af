package io.dorsal.coverage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.dorsal.embedded.RealBackends;
import io.dorsal.model.Topics;
import io.dorsal.model.figures.ClinicFigures.Figure;
import io.dorsal.model.figures.FigureName;
import io.dorsal.model.wire.ClinicFiguresReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Trials, outcomes and decisions through a real Kafka into figures. */
@QuarkusTest
@QuarkusTestResource(FrontDoorStub.class)
@QuarkusTestResource(
        value = RealBackends.class,
        initArgs = {@ResourceArg(name = "kafka", value = "true"), @ResourceArg(name = "database", value = "coverage")})
class FiguresIT {
    private static final String OUTCOMES = "figures.find { it.figure == 'outcomes' }.";
    private static final String DECISIONS = "figures.find { it.figure == 'decisions' }.";
    private static final String ANSWERS = "figures.find { it.figure == 'payer-answers' }.";

    @Inject
    Logs logs;

    private static List<ProducerRecord<String, byte[]>> patients(String clinic, int from, int to, String relief) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String trial = "%s-%d".formatted(clinic, i);
            records.add(trial(clinic, trial, 1));
            records.add(Samples.outcome(trial, relief, 7));
        }
        return records;
    }

    private static ProducerRecord<String, byte[]> trial(String clinic, String trial, int version) {
        String json = new String(Samples.trial(trial, version).value(), StandardCharsets.UTF_8)
                .replace("\"clinic\":\"harbor\"", "\"clinic\":\"" + clinic + "\"")
                .replace("\"subject\":\"S-1\"", "\"subject\":\"S-" + trial + "\"");
        return Samples.record(Topics.TRIALS, trial, json);
    }

    private static ProducerRecord<String, byte[]> decided(String trial, String id, String choice, String supersedes) {
        return Samples.record(Topics.DECISIONS, trial, """
                {"kind":"CLINICIAN","trial":"%s","decision":"%s"%s,"choice":"%s","reason":"as discussed",\
                "signature":{"person":"NP-7","printedName":"N. P. Seven","meaning":"Decision of the treating clinician"},\
                "decidedAt":"2026-03-12T15:00:00Z","shown":{"asOf":"2026-03-12T14:00:00Z","factDigest":"%s",\
                "statedDigest":"%s"},"recordedAt":"2026-03-12T15:00:01Z"}""".formatted(
                        trial,
                        id,
                        supersedes == null ? "" : ",\"supersedes\":\"" + supersedes + "\"",
                        choice,
                        "0".repeat(64),
                        "1".repeat(64)));
    }

    private static ProducerRecord<String, byte[]> denied(String trial) {
        return Samples.record(Topics.DECISIONS, trial, """
                {"kind":"PAYER","trial":"%s","decision":"p-1","payer":"medicare",\
                "request":{"stage":"PERMANENT","procedure":"63650"},"requestedAt":"2026-03-12T15:00:00Z",\
                "result":"DENIED","decidedAt":"2026-03-25T15:00:00Z","denial":{"code":"=D7","text":"No evaluation.",\
                "disputes":{"policy":"mac-scs-ngs","criterion":"L3"}},"recordedAt":"2026-03-25T15:00:01Z"}""".formatted(trial));
    }

    @Test
    void outcomesAndDecisionsAreCountedWithWhatTheyAreOf() {
        List<ProducerRecord<String, byte[]>> records = patients("north", 0, 3, "125/2");
        records.add(decided("north-0", "d-1", "NO_IMPLANT", null));
        records.add(decided("north-0", "d-2", "IMPLANT", "d-1"));
        records.add(denied("north-0"));
        logs.publish(records);

        given().get("/api/clinics/north/figures")
                .then()
                .statusCode(200)
                .body("definition", equalTo("clinic-figures/1"))
                .body("view", equalTo("CLINIC"))
                .body("figures.find { it.figure == 'trials-ended' }.overall.count", equalTo(3))
                .body(OUTCOMES + "overall.count", equalTo(3))
                .body(OUTCOMES + "overall.parts.find { it.part == 'RESPONDER' }.numerator", equalTo(3))
                .body(OUTCOMES + "published.study", hasItem("SENZA-RCT"))
                .body(DECISIONS + "overall.parts.find { it.part == 'IMPLANT' }.numerator", equalTo(1))
                .body(DECISIONS + "overall.parts.find { it.part == 'IMPLANT' }.exact", equalTo("1/3"))
                .body(DECISIONS + "overall.parts.find { it.part == 'NO_IMPLANT' }.numerator", equalTo(0))
                .body("figures.find { it.figure == 'days-to-decision' }.overall.days.median.exact", equalTo("3/1"))
                .body(ANSWERS + "overall.parts.find { it.part == 'DENIED' }.numerator", equalTo(1))
                .body(
                        "figures.find { it.figure == 'turnaround' }.overall.parts.find { it.part == 'STANDARD_LATE' }"
                                + ".numerator",
                        equalTo(1));
        given().get("/api/clinics/north/figures?from=2026-03-03")
                .then()
                .statusCode(200)
                .body("figures.overall.count", everyItem(equalTo(0)));
    }

    @Test
    void whatLeavesTheClinicTellsOfElevenPatientsOrNone() {
        List<ProducerRecord<String, byte[]>> records = patients("south", 0, 12, "125/2");
        records.add(decided("south-0", "d-1", "IMPLANT", null));
        records.add(denied("south-0"));
        logs.publish(records);

        given().get("/api/clinics/south/figures?suppressed=true")
                .then()
                .statusCode(200)
                .body("view", equalTo("EXPORT"))
                .body(OUTCOMES + "overall.count", equalTo(12))
                .body(ANSWERS + "overall.count", nullValue())
                .body(ANSWERS + "overall.suppressed", equalTo(true))
                .body(DECISIONS + "overall.parts.part", not(hasItem("IMPLANT")));
        String csv = given().get("/api/clinics/south/figures.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("figures-south.csv"))
                .extract()
                .asString();
        assertThat(csv.lines().findFirst())
                .hasValue(
                        "definition,clinic,from,to,asOf,figure,by,group,number,label,value,of,percent,exact,suppressed");
        assertThat(csv)
                .contains("outcomes,overall,,part,RESPONDER,12,12,100.0000,1/1,false")
                .contains("payer-answers,overall,,count,,,,,,true")
                .contains("decisions,published,\"Trial-to-permanent conversion, 2010–22\"")
                .doesNotContain("D7")
                .doesNotContain(",IMPLANT,");
    }

    @Test
    void aClinicThatIsNotKnownHasNoFigures() {
        given().get("/api/clinics/nowhere/figures")
                .then()
                .statusCode(200)
                .body("figures.overall.count", everyItem(equalTo(0)))
                .body("figures.find { it.figure == 'outcomes' }.breakdowns.groups.flatten()", empty());
    }

    @Test
    void theSameNumbersAreTheSameFigures() {
        logs.publish(patients("east", 0, 1, "20/1"));
        String tag = given().get("/api/clinics/east/figures").header("ETag");
        given().header("If-None-Match", tag)
                .get("/api/clinics/east/figures")
                .then()
                .statusCode(304);
        given().header("If-None-Match", tag)
                .get("/api/clinics/east/figures?suppressed=true")
                .then()
                .statusCode(200);
        given().get("/api/clinics/east/figures").then().header("Cache-Control", equalTo("private, no-cache"));
    }

    @Test
    void whatIsOfAllClinicsIsNeverToldInSmallNumbers() {
        logs.publish(patients("west", 0, 12, "125/2"));
        given().get("/api/figures")
                .then()
                .statusCode(200)
                .body("clinic", nullValue())
                .body("view", equalTo("EXPORT"))
                .body(
                        "figures.overall.count.findAll { it != null }",
                        everyItem(either(is(0)).or(greaterThan(10))));
    }

    @Test
    void jsonIsWhatAnybodyGetsWhoDoesNotAskForCsv() {
        given().accept("text/csv").get("/api/clinics/nowhere/figures").then().contentType("text/csv");
        given().accept("*/*").get("/api/clinics/nowhere/figures").then().contentType("application/json");
    }

    @Test
    void aDecisionChangesFiguresAndNoDetermination() throws Exception {
        logs.publish(patients("inland", 0, 1, "125/2"));
        String before = logs.determinations().get("inland-0");

        logs.publish(List.of(decided("inland-0", "d-1", "REPEAT", null), denied("inland-0")));

        assertThat(logs.determinations().get("inland-0")).isEqualTo(before);
        assertThat(figures("inland").toString()).contains("Part[label=REPEAT, count=1]");
    }

    @Test
    void aTrialThatMovesIsCountedWhereItIs() {
        logs.publish(patients("before", 0, 2, "125/2"));
        logs.publish(List.of(trial("after", "before-0", 2)));

        assertThat(ended("before")).isEqualTo(1);
        assertThat(ended("after")).isEqualTo(1);
    }

    @Test
    void orderRepetitionAndReplayLeaveNoTrace() throws Exception {
        List<ProducerRecord<String, byte[]>> once = told("first");
        List<ProducerRecord<String, byte[]>> again = new ArrayList<>(told("again"));
        again.addAll(told("again"));
        Collections.shuffle(again, new Random(11));
        logs.publish(once);
        logs.publish(again);
        List<Figure> figures = figures("first");
        assertThat(figures("again")).isEqualTo(figures);

        logs.replay();

        assertThat(figures("first")).isEqualTo(figures);
    }

    /** Three trials, a decision that was corrected, and a denial. */
    private static List<ProducerRecord<String, byte[]>> told(String clinic) {
        List<ProducerRecord<String, byte[]>> records = patients(clinic, 0, 3, "125/2");
        records.add(decided(clinic + "-0", "d-1", "NO_IMPLANT", null));
        records.add(decided(clinic + "-0", "d-2", "IMPLANT", "d-1"));
        records.add(denied(clinic + "-1"));
        return records;
    }

    private static long ended(String clinic) {
        return figures(clinic).stream()
                .filter(figure -> figure.name() == FigureName.TRIALS_ENDED)
                .mapToLong(figure -> figure.overall().count())
                .sum();
    }

    private static List<Figure> figures(String clinic) {
        byte[] answer = given().get("/api/clinics/" + clinic + "/figures").asByteArray();
        return ClinicFiguresReader.parse(answer).figures();
    }

    @Test
    void aWrongQuestionIsRefusedWithWhatWasExpected() {
        for (Map.Entry<String, String> refused : Map.of(
                        "/api/clinics/north/figures?from=yesterday", "wrong-type",
                        "/api/clinics/north/figures?from=2300-01-01", "out-of-bounds",
                        "/api/clinics/north/figures?from=2026-03-02&to=2026-03-01", "out-of-bounds",
                        "/api/clinics/north/figures?suppressed=maybe", "unknown-value",
                        "/api/clinics/no%20id/figures.csv", "bad-identifier")
                .entrySet()) {
            given().get(refused.getKey()).then().statusCode(400).body("reason", equalTo(refused.getValue()));
        }
    }
}
