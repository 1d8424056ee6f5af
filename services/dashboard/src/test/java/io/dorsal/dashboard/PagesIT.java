package io.dorsal.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PagesIT extends OpenClinic {
    @TestHTTPResource("/api/stream")
    URI stream;

    @Test
    void readyOnceTheTopicsAreReadToTheEnd() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> given().when().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void withoutTrialsTheListSaysWhatToDo() {
        page("/").body(containsString("No trials yet"), containsString("PUT /api/trials/"));
    }

    @Test
    void theListShowsTrialsFromTheTopics() {
        publish(SampleOutcome.responder(SampleTrial.of("T-1")));

        page("/")
                .body(
                        containsString("href=\"/trials/T-1\""),
                        containsString("Responder"),
                        containsString("5 of 7 trial"),
                        containsString("7 of 7 baseline"));
        page("/?state=ended").body(containsString("No trial matches"), not(containsString("/trials/T-1")));
        page("/?state=nonsense&sort=%27%3B--&page=-1");
    }

    @Test
    void thePageTakesTheOutcomeAsOfNowFromTheFrontDoor() {
        SampleTrial trial = SampleTrial.of("T-2");
        publish(SampleOutcome.responder(trial));
        StubFrontDoor.ANSWERS.put(
                "T-2",
                ResponderOutcomeCodec.stored(
                        SampleOutcome.of(trial, SampleOutcome.scores(8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0), 2.0, 2.0, 2.0)
                                .outcome()));

        page("/trials/T-2").body(containsString("75.0"), not(containsString("Shown instead")));
    }

    @Test
    void whenTheFrontDoorIsAwayItFallsBackAndSaysSo() {
        publish(SampleOutcome.responder(SampleTrial.of("T-3")));
        StubFrontDoor.away = true;

        page("/trials/T-3")
                .body(
                        containsString("it answered with status 503"),
                        containsString("Shown instead is the latest published one, as of 9 Mar 2026, 21:00 EDT"),
                        containsString("41,204 of 41,207 events"));
    }

    @Test
    void aMomentStillToComeIsAnsweredFriendly() {
        publish(SampleOutcome.responder(SampleTrial.of("T-12")));

        page("/trials/T-12?asOf=2999-01-01T10:00")
                .body(
                        containsString("1 Jan 2999, 10:00 EST is still to come"),
                        containsString("41,204 of 41,207 events"));
        assertThat(StubFrontDoor.ASKED).contains("/api/responders/T-12", "/api/opioids/T-12");
    }

    @Test
    void theAsOfTimeIsReadInTheTrialsZone() {
        publish(SampleOutcome.responder(SampleTrial.of("T-4")));

        page("/trials/T-4?asOf=2026-03-05T10:00").body(containsString("value=\"2026-03-05T10:00\""));
        assertThat(StubFrontDoor.ASKED).contains("/api/responders/T-4?asOf=2026-03-05T15:00:00Z");
        page("/trials/T-4?asOf=tomorrow").body(containsString("was not understood"));
    }

    @Test
    void hostileTextIsShownAsText() {
        String hostile = "\"><script>alert(1)</script><img src=x>";
        SampleTrial trial = SampleTrial.of("T-5").subject(hostile);
        publish(SampleOutcome.responder(trial));
        String evil = new String(
                        ResponderOutcomeCodec.stored(
                                SampleOutcome.responder(trial).outcome()),
                        StandardCharsets.UTF_8)
                .replace("Contact 3: 640", "<svg onload=alert(2)>")
                .replace("\"waveform\":\"tonic\"", "\"waveform\":\"<b onclick=x>'\\\"\"");
        StubFrontDoor.ANSWERS.put("T-5", evil.getBytes(StandardCharsets.UTF_8));

        for (String address : List.of("/", "/trials/T-5", "/?q=%22%3E%3Cscript%3Ealert(3)%3C%2Fscript%3E")) {
            page(address)
                    .body(
                            not(containsString("<script>alert")),
                            not(containsString("<img")),
                            not(containsString("<svg onload")),
                            not(containsString("<b onclick")));
        }
        page("/trials/T-5").body(containsString("&lt;svg onload=alert(2)&gt;"));
        answer("/trials/%3Cscript%3E").statusCode(404).body(not(containsString("<script>")));
    }

    @Test
    void oneUnreadableRecordDoesNotHideTheOthers() {
        clinic.send(Topics.TRIALS, new TrialId("T-6"), "{\"trial\":".getBytes(StandardCharsets.UTF_8));
        publish(SampleOutcome.responder(SampleTrial.of("T-7")));

        page("/").body(containsString("T-7"), not(containsString("T-6")));
    }

    @Test
    void unknownAddressesGetAPageOfTheSameDesign() {
        answer("/trials/T-404")
                .statusCode(404)
                .body(containsString("There is no such page"), containsString("/assets/dorsal.css"));
        answer("/nowhere").statusCode(404).body(containsString("There is no such page"));
        given().accept("application/json")
                .when()
                .get("/trials/T-404")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void everyPageForbidsForeignScripts() {
        page("/")
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store")
                .body(not(containsString("style=")), not(containsString("onclick")));
    }

    @Test
    void theStreamNamesWhatChangedAndStaysAlive() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.sendAsync(HttpRequest.newBuilder(stream).build(), HttpResponse.BodyHandlers.ofLines())
                    .thenAccept(response -> response.body().forEach(lines::add));
            until(() -> lines.contains(":alive") || lines.contains(": alive"));
            publish(SampleOutcome.responder(SampleTrial.of("T-8")));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lines)
                            .contains("event:trial", "event:outcome", "data:{\"trial\":\"T-8\"}")
                            .anyMatch(line -> line.startsWith("id:")));
            client.shutdownNow();
        }
    }
}
