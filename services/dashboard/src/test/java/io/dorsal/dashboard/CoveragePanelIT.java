package io.dorsal.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.dorsal.model.TrialId;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Coverage, function, worklist and policies between front door, topic and page. */
@QuarkusTest
class CoveragePanelIT extends OpenClinic {
    /** A trial with pain outcome, both in the topics; the front door answers for pain alone. */
    private void publish(String trial, boolean naming) {
        SampleTrial of = SampleTrial.of(trial);
        SampleOutcome pain = SampleOutcome.responder(of);
        clinic.publish(pain.outcome());
        clinic.publish(naming ? of.under("mac-scs-ngs") : of.trial());
        StubFrontDoor.ANSWERS.put(trial, ResponderOutcomeCodec.stored(pain.outcome()));
        TrialId id = new TrialId(trial);
        until(() -> board.find(id) != null && board.published(id) != null);
    }

    @Test
    void theTrialIsShownUnderItsPolicyAndBesideItUnderEvery() {
        publish("T-20", true);
        StubFrontDoor.COVERAGE.put(
                "T-20", SampleCoverage.all(SampleCoverage.incomplete("T-20"), SampleCoverage.doesNotApply("T-20")));

        page("/trials/T-20")
                .body(
                        containsString("Incomplete"),
                        containsString("href=\"/policies/mac-scs-ngs\""),
                        containsString("Pain diary of 5 Mar"),
                        containsString("Analgesic reduction is missing"),
                        containsString("check against the payer"),
                        containsString("/trials/T-20?policy=opd-prior-authorization#coverage"),
                        not(containsString("pproved")));
        assertThat(StubFrontDoor.ASKED).contains("/api/coverage/T-20?policy=all");
        page("/trials/T-20?policy=opd-prior-authorization&asOf=2026-03-05T10:00")
                .body(
                        containsString("This policy is about another therapy"),
                        containsString("WISeR may apply"),
                        containsString("name=\"policy\" value=\"opd-prior-authorization\""),
                        containsString("?policy=mac-scs-ngs&amp;asOf=2026-03-05T10:00#coverage"));
        assertThat(StubFrontDoor.ASKED).contains("/api/coverage/T-20?policy=all&asOf=2026-03-05T15:00:00Z");
        page("/trials/T-20?policy=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")
                .body(containsString("is known here"), not(containsString("<script>alert")));
    }

    @Test
    void aTrialWithoutPolicyIsShownUnderEvery() {
        publish("T-21", false);
        StubFrontDoor.COVERAGE.put(
                "T-21", SampleCoverage.all(SampleCoverage.incomplete("T-21"), SampleCoverage.doesNotApply("T-21")));

        page("/trials/T-21")
                .body(
                        containsString("The trial names no policy."),
                        containsString("Under every policy, side by side"),
                        not(containsString("id=\"determination\"")));
    }

    @Test
    void withoutCoverageServiceThePublishedDeterminationIsShownAndSaidToBeThat() {
        publish("T-22", true);
        StubFrontDoor.coverageAway = true;

        page("/trials/T-22")
                .body(
                        containsString("The determination as of now could not be had: it answered with status 503"),
                        containsString("No determination is at hand"),
                        containsString("41,204 of 41,207 events"));
        clinic.publish(SampleCoverage.incomplete("T-22"));
        until(() -> board.publishedCoverage(new TrialId("T-22")) != null);
        page("/trials/T-22")
                .body(
                        containsString("Shown instead is the latest published one, as of 5 Mar 2026, 12:00 EST"),
                        containsString("What is missing under this policy"),
                        not(containsString("side by side</h3>")));
        page("/trials/T-22?policy=humana-ma").body(containsString("No determination is at hand"));
    }

    @Test
    void functionIsShownWithItsDomains() {
        publish("T-23", false);
        page("/trials/T-23").body(containsString("The outcome says nothing of function"));
        StubFrontDoor.ANSWERS.put("T-23", SampleCoverage.function("T-23"));

        page("/trials/T-23")
                .body(
                        containsString("Holistic responder"),
                        containsString("8.49"),
                        containsString("ODI, Oswestry Disability Index"),
                        containsString("holistic/1"));
    }

    @Test
    void theWorklistIsPagedAndFiltered() {
        publish("T-24", true);
        StubFrontDoor.WORKLIST.put(
                "limit=25&clinic=harbor-pain",
                SampleCoverage.worklist("a+b", SampleCoverage.incomplete("T-24"), SampleCoverage.incomplete("T-25")));
        StubFrontDoor.WORKLIST.put("limit=25&clinic=harbor-pain&cursor=a%2Bb", SampleCoverage.worklist(null));

        page("/worklist?clinic=harbor-pain")
                .body(
                        containsString("href=\"/trials/T-24#coverage\">S-T-24"),
                        containsString("T-25"),
                        containsString("Pain diary of 5 Mar"),
                        containsString("/worklist?clinic=harbor-pain&amp;cursor=a%2Bb"),
                        containsString("<a href=\"/worklist\" aria-current=\"page\">"),
                        not(containsString("Back to the first page")));
        page("/worklist?clinic=harbor-pain&cursor=a%2Bb")
                .body(
                        containsString("No trial on this page waits for anything any more"),
                        containsString("<a href=\"/worklist?clinic=harbor-pain\">Back to the first page</a>"),
                        not(containsString("Next page")));
    }

    @Test
    void anEmptyWorklistAndOneThatIsAwayAreToldApart() {
        StubFrontDoor.WORKLIST.put("limit=25", SampleCoverage.worklist(null));

        page("/worklist").header("Cache-Control", "no-store").body(containsString("Nothing is missing"));
        StubFrontDoor.coverageAway = true;
        page("/worklist?cursor=x")
                .body(
                        containsString("The worklist could not be had"),
                        containsString("it answered with status 503"),
                        containsString("Back to the first page"));
    }

    @Test
    void policiesReadAloud() {
        StubFrontDoor.POLICIES.put("policies", SampleCoverage.policies("policies"));
        StubFrontDoor.POLICIES.put("opd-prior-authorization", SampleCoverage.policies("policy"));

        page("/policies").body(containsString("href=\"/policies/mac-scs-ngs\""), containsString("2 versions"));
        page("/policies/opd-prior-authorization")
                .body(
                        containsString("It is in force from 15 Jan 2026"),
                        containsString("in force from 1 Jul 2021 to 14 Jan 2026"),
                        containsString("A physical examination is documented."),
                        containsString("Supplied by behavioral health."),
                        containsString("effectiveFrom: 2026-01-15"));
        given().accept("text/html").when().get("/policies/nowhere").then().statusCode(404);
        StubFrontDoor.coverageAway = true;
        page("/policies").body(containsString("The policies could not be had"));
        page("/policies/mac-scs-ngs").body(containsString("The policies could not be had"));
    }

    @Test
    void hostileTextOfADeterminationIsShownAsText() {
        publish("T-26", true);
        String evil = new String(SampleCoverage.all(SampleCoverage.incomplete("T-26")), StandardCharsets.UTF_8)
                .replace("DOC-4", "<img src=x onerror=alert(1)>")
                .replace("physical examination, with what it found", "<svg onload=alert(2)>")
                .replace("\"L6\"", "\"\\\" onclick=alert(3) x=\\\"\"");
        StubFrontDoor.COVERAGE.put("T-26", evil.getBytes(StandardCharsets.UTF_8));

        page("/trials/T-26")
                .body(
                        containsString("&lt;svg onload=alert(2)&gt;"),
                        not(containsString("<img")),
                        not(containsString("<svg onload")),
                        not(containsString("\" onclick")));
        StubFrontDoor.COVERAGE.put("T-26", "{}".getBytes(StandardCharsets.UTF_8));
        page("/trials/T-26").body(containsString("its answer could not be read"));
    }
}
