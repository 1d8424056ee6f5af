package io.dorsal.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Backends
class DecisionIT {
    private final String trial = Samples.id("T");

    @BeforeEach
    void register() {
        given().contentType(ContentType.JSON)
                .body(Samples.trial("S").replace("\"devices\"", "\"policy\":\"mac-scs-ngs\",\"devices\""))
                .put("/api/trials/" + trial)
                .then()
                .statusCode(201);
    }

    @Test
    void aSignedDecisionIsKeptWithWhatWasOnTheScreen() {
        decide(Samples.clinicianDecision("c-1", "IMPLANT"))
                .statusCode(200)
                .body("kind", equalTo("CLINICIAN"))
                .body("trial", equalTo(trial))
                .body("choice", equalTo("IMPLANT"))
                .body("signature.printedName", equalTo("Ada Example, MD"))
                .body("shown.policy", equalTo("mac-scs-ngs"));
        list("").body("items.decision", contains("c-1")).body("next", nullValue());
    }

    @Test
    void theSameAgainAnswersTheSame() {
        String first = decide(Samples.clinicianDecision("c-1", "IMPLANT"))
                .statusCode(200)
                .extract()
                .asString();
        String again = decide(Samples.clinicianDecision("c-1", "IMPLANT"))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
        list("").body("items", hasSize(1));
    }

    @Test
    void anotherContentUnderTheSameIdIsAConflictAndChangesNothing() {
        decide(Samples.clinicianDecision("x-1", "IMPLANT")).statusCode(200);

        refused(decide(Samples.clinicianDecision("x-1", "EXTEND")), 409, "decision-conflict", "decision");
        refused(answer(Samples.denial("x-1")), 409, "decision-conflict", "decision");
        list("").body("items.choice", contains("IMPLANT"));
    }

    @Test
    void aCorrectionNamesTheDecisionItSupersedesAndBothAreKept() {
        decide(Samples.clinicianDecision("c-1", "IMPLANT")).statusCode(200);
        decide(superseding(Samples.clinicianDecision("c-2", "EXTEND"), "c-1")).statusCode(200);

        list("").body("items.choice", contains("IMPLANT", "EXTEND")).body("items[1].supersedes", equalTo("c-1"));
    }

    @Test
    void whatIsSupersededMustBeKnownAndOfTheSameKind() {
        answer(Samples.denial("p-1")).statusCode(200);

        refused(answer(superseding(Samples.denial("p-2"), "p-9")), 409, "unknown-decision", "supersedes");
        refused(
                decide(superseding(Samples.clinicianDecision("c-1", "IMPLANT"), "p-1")),
                409,
                "unknown-decision",
                "supersedes");
    }

    @Test
    void aDenialKeepsThePayersReasonAndTheCriterionItDisputes() {
        answer(Samples.denial("p-1"))
                .statusCode(200)
                .body("kind", equalTo("PAYER"))
                .body("denial.code", equalTo("D-17"))
                .body("denial.disputes.criterion", equalTo("L3"));
    }

    @Test
    void aTrialThatIsUnknownHasNoDecisions() {
        String nobody = Samples.id("T");
        refused(post("decision", nobody, Samples.clinicianDecision("c-1", "IMPLANT")), 404, "unknown-trial", "trial");
        refused(post("payer-decisions", nobody, Samples.denial("p-1")), 404, "unknown-trial", "trial");
        refused(given().get("/api/trials/{t}/decisions", nobody).then(), 404, "unknown-trial", "trial");
        list("").statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"IMPLANT\"|\"APPROVE\"|unknown-value|choice",
                "\"reason\":\"as agreed\",||missing-field|reason",
                "\"printedName\":\"Ada Example, MD\",||missing-field|signature.printedName",
                "\"policy\":\"mac-scs-ngs\",||missing-field|shown.policy",
                "\"factDigest\":\"0a|\"factDigest\":\"zz|out-of-bounds|shown.factDigest",
            })
    void aWrongDecisionIsRefusedByFieldAndReason(String right, String wrong, String reason, String field) {
        String body = Samples.clinicianDecision("c-1", "IMPLANT");
        assertThat(body).contains(right);

        refused(decide(body.replace(right, wrong == null ? "" : wrong)), 400, reason, field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"DENIED\"|\"NO\"|unknown-value|result",
                "\"text\":|\"words\":|missing-field|denial.text",
                "\"denial\":|\"because\":|missing-field|denial",
                "\"DENIED\"|\"APPROVED\"|out-of-bounds|denial",
                "\"63685\"|\"spine\"|out-of-bounds|request.procedure",
                "2026-03-14T20:00:00Z|2026-03-12T15:59:59Z|out-of-bounds|decidedAt",
            })
    void aWrongAnswerIsRefusedByFieldAndReason(String right, String wrong, String reason, String field) {
        String body = Samples.denial("p-1");
        assertThat(body).contains(right);

        refused(answer(body.replace(right, wrong)), 400, reason, field);
    }

    @Test
    void nobodyDecidesInTheFuture() {
        String soon = Instant.now().plus(Duration.ofHours(1)).toString();
        String early = Samples.clinicianDecision("c-1", "IMPLANT").replace("2026-03-10T14:02:00Z", soon);

        refused(decide(early), 400, "out-of-bounds", "decidedAt").body("expected", containsString("5 minutes"));
    }

    @Test
    void aTrialWithoutAPolicyIsDecidedWithoutADetermination() {
        String other = Samples.id("T");
        given().contentType(ContentType.JSON).body(Samples.trial("S")).put("/api/trials/" + other);
        String body = Samples.clinicianDecision("c-1", "NO_IMPLANT")
                .replaceAll(
                        "\"policy\":\"mac-scs-ngs\",\"version\":\"2021-07-01\",\"determinationDigest\":\"\\w+\",", "");

        post("decision", other, body).statusCode(200).body("shown.policy", nullValue());
    }

    @Test
    void pagesByKindLoseAndRepeatNothing() {
        for (int i = 0; i < 5; i++) {
            answer(Samples.denial("p-" + i)).statusCode(200);
        }
        decide(Samples.clinicianDecision("c-1", "OTHER")).statusCode(200);

        String next = list("?kind=PAYER&limit=3")
                .body("items.decision", contains("p-0", "p-1", "p-2"))
                .extract()
                .path("next");
        list("?kind=PAYER&limit=3&cursor=" + next)
                .body("items.decision", contains("p-3", "p-4"))
                .body("next", nullValue());
        list("?kind=CLINICIAN").body("items.decision", contains("c-1"));
        refused(list("?kind=NURSE"), 400, "unknown-value", "kind");
    }

    @Test
    void whatIsRecordedIsCounted() {
        answer(Samples.denial("p-1")).statusCode(200);

        given().get("/q/metrics")
                .then()
                .body(containsString("dorsal_registry_decisions_total{kind=\"PAYER\",result=\"ACCEPTED\"}"));
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String reason, String field) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("reason", equalTo(reason))
                .body("field", equalTo(field));
    }

    private static String superseding(String body, String earlier) {
        return body.replaceFirst("\\{", "{\"supersedes\":\"%s\",".formatted(earlier));
    }

    private ValidatableResponse decide(String body) {
        return post("decision", trial, body);
    }

    private ValidatableResponse answer(String body) {
        return post("payer-decisions", trial, body);
    }

    private ValidatableResponse list(String query) {
        return given().get("/api/trials/" + trial + "/decisions" + query).then();
    }

    private static ValidatableResponse post(String what, String trial, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/trials/%s/%s".formatted(trial, what))
                .then();
    }
}
