package io.dorsal.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.dorsal.dashboard.core.Board;
import io.dorsal.embedded.RealBackends;
import io.dorsal.model.TrialId;
import io.dorsal.model.wire.OpioidOutcomeCodec;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The opioid panel between front door, topic and browser. */
@QuarkusTest
@QuarkusTestResource(value = RealBackends.class, initArgs = @ResourceArg(name = "kafka", value = "true"))
@QuarkusTestResource(StubFrontDoor.class)
class OpioidPanelIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Board board;

    private SampleClinic clinic;

    @BeforeEach
    void open() {
        StubFrontDoor.reset();
        clinic = new SampleClinic(bootstrapServers);
    }

    @AfterEach
    void removeWhatTheTestMade() {
        board.trials().forEach(listed -> clinic.remove(listed.trial().trial()));
        await().atMost(PATIENCE).until(() -> board.trials().isEmpty());
        clinic.close();
    }

    private void publish(SampleOutcome sample) {
        clinic.publish(sample);
        TrialId trial = new TrialId(sample.of().id());
        await().atMost(PATIENCE).until(() -> board.find(trial) != null && board.published(trial) != null);
    }

    private static ValidatableResponse page(String address) {
        return given().accept("text/html").when().get(address).then();
    }

    @Test
    void opioidsComeFromTheFrontDoorToo() {
        SampleTrial trial = SampleTrial.of("T-10");
        publish(SampleOutcome.responder(trial));
        StubFrontDoor.OPIOIDS.put(
                "T-10", OpioidOutcomeCodec.stored(SampleOpioids.rotation(trial).outcome()));

        page("/trials/T-10?asOf=2026-03-05T10:00")
                .statusCode(200)
                .body(
                        containsString("buprenorphine"),
                        containsString("MMWR Recomm Rep 2022;71(RR-3)"),
                        containsString("MME in a trial is descriptive"),
                        not(containsString("Not at this moment")));
        assertThat(StubFrontDoor.ASKED).contains("/api/opioids/T-10?asOf=2026-03-05T15:00:00Z");
    }

    @Test
    void withoutOpioidServiceThePanelSaysSoAndThePageStands() {
        SampleTrial trial = SampleTrial.of("T-11");
        SampleOutcome pain = SampleOutcome.responder(trial);
        publish(pain);
        StubFrontDoor.ANSWERS.put("T-11", ResponderOutcomeCodec.stored(pain.outcome()));
        StubFrontDoor.opioidsAway = true;

        page("/trials/T-11")
                .statusCode(200)
                .body(
                        containsString("The opioid outcome as of now could not be had: it answered with status 503"),
                        containsString("No opioid outcome is at hand"),
                        containsString("41,204 of 41,207 events"),
                        not(containsString("Shown instead")));
        clinic.publish(SampleOpioids.unreported(trial).outcome());
        await().atMost(PATIENCE).until(() -> board.publishedOpioids(new TrialId("T-11")) != null);
        page("/trials/T-11")
                .body(containsString("Shown instead is the latest"), containsString("No intake was reported"));
    }

    @Test
    void hostileOpioidTextIsShownAsText() {
        SampleTrial trial = SampleTrial.of("T-13");
        publish(SampleOutcome.responder(trial));
        String evil = new String(
                        OpioidOutcomeCodec.stored(SampleOpioids.rotation(trial).outcome()), StandardCharsets.UTF_8)
                .replace("oxycodone", "<svg onload=alert(4)>")
                .replace("168 HR buprenorphine", "<img src=x onerror=alert(5)>")
                .replace("cdc-2022", "\\\"><script>alert(6)</script>");
        StubFrontDoor.OPIOIDS.put("T-13", evil.getBytes(StandardCharsets.UTF_8));

        page("/trials/T-13")
                .statusCode(200)
                .body(
                        containsString("&lt;svg onload=alert(4)&gt;"),
                        not(containsString("<script>alert")),
                        not(containsString("<img")),
                        not(containsString("<svg onload")));
    }
}
