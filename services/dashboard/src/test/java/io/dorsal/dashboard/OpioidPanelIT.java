package io.dorsal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.dorsal.model.TrialId;
import io.dorsal.model.wire.OpioidOutcomeCodec;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The opioid panel between front door, topic and browser. */
@QuarkusTest
class OpioidPanelIT extends OpenClinic {
    @Test
    void opioidsComeFromTheFrontDoorToo() {
        SampleTrial trial = SampleTrial.of("T-10");
        publish(SampleOutcome.responder(trial));
        StubFrontDoor.OPIOIDS.put(
                "T-10", OpioidOutcomeCodec.stored(SampleOpioids.rotation(trial).outcome()));

        page("/trials/T-10?asOf=2026-03-05T10:00")
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
                .body(
                        containsString("The opioid outcome as of now could not be had: it answered with status 503"),
                        containsString("No opioid outcome is at hand"),
                        containsString("41,204 of 41,207 events"),
                        not(containsString("Shown instead")));
        clinic.publish(SampleOpioids.unreported(trial).outcome());
        until(() -> board.publishedOpioids(new TrialId("T-11")) != null);
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
                .body(
                        containsString("&lt;svg onload=alert(4)&gt;"),
                        not(containsString("<script>alert")),
                        not(containsString("<img")),
                        not(containsString("<svg onload")));
    }
}
