package io.dorsal.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.dorsal.dashboard.StubFrontDoor.Reply;
import io.dorsal.dashboard.core.packet.Packet;
import io.dorsal.model.TrialId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Packets between coverage-service and page: listed, issued, verified, compared and released, by pages alone. */
@QuarkusTest
class PacketPanelIT extends OpenClinic {
    /** A trial under its policy, incomplete as of now; the front door answers for coverage alone. */
    private void publish(String trial) {
        clinic.publish(SampleTrial.of(trial).under("mac-scs-ngs"));
        StubFrontDoor.COVERAGE.put(
                trial, SampleCoverage.all(SampleCoverage.incomplete(trial), SampleCoverage.doesNotApply(trial)));
        until(() -> board.find(new TrialId(trial)) != null);
    }

    private static void issued(String trial, Packet... packets) {
        StubFrontDoor.PACKETS.put(
                "GET /api/coverage/%s/packets".formatted(trial), new Reply(200, SamplePackets.list(packets)));
    }

    private static ValidatableResponse post(String address, Map<String, String> fields) {
        return given().accept("text/html")
                .redirects()
                .follow(false)
                .formParams(fields)
                .when()
                .post(address)
                .then()
                .header("Cache-Control", "no-store");
    }

    @Test
    void theFirstPacketIsIssuedByAFormAndShownOnTheTrialsPage() {
        publish("T-40");
        page("/trials/T-40")
                .body(
                        containsString("No packet of this trial has been issued yet"),
                        containsString("href=\"/trials/T-40/packets/preview?policy=mac-scs-ngs\""),
                        containsString("Issue the first packet"),
                        not(containsString("<textarea")),
                        not(containsString("pproved")));
        StubFrontDoor.PACKETS.put("POST /api/coverage/T-40/packets", SamplePackets.reply(201, SamplePackets.first()));

        post("/trials/T-40/packets", Map.of("policy", "mac-scs-ngs", "amends", ""))
                .statusCode(303)
                .header("Location", "/trials/T-40?policy=mac-scs-ngs&done=issued-1#packets");
        assertThat(StubFrontDoor.POSTED).containsExactly("{\"policy\":\"mac-scs-ngs\",\"amends\":null,\"why\":null}");
        issued("T-40", SamplePackets.first());
        page("/trials/T-40?policy=mac-scs-ngs&done=issued-1")
                .body(
                        containsString("Packet 1 is issued."),
                        containsString("href=\"/api/packets/id-1\" download=\"packet-T-40-1.pdf\""),
                        containsString("released 5 Mar 2026, 11:45 EST"),
                        containsString("Facts have come or changed since packet 1."));
    }

    @Test
    void aLaterPacketNeedsAReasonAndWhatWasTypedStays() {
        publish("T-41");
        issued("T-41", SamplePackets.second(), SamplePackets.first());

        page("/trials/T-41").body(containsString("name=\"amends\" value=\"id-2\""), containsString("required"));
        post("/trials/T-41/packets", Map.of("policy", "mac-scs-ngs", "amends", "id-2", "why", " "))
                .statusCode(400)
                .body(containsString("Say why this packet takes the place of packet 2."));
        post("/trials/T-41/packets", Map.of("policy", "mac-scs-ngs", "amends", "id-1", "why", "<b>typed</b>"))
                .statusCode(400)
                .body(
                        containsString("Packet 2 was issued meanwhile."),
                        containsString("&lt;b&gt;typed&lt;/b&gt;</textarea>"),
                        containsString("name=\"amends\" value=\"id-2\""));
        assertThat(StubFrontDoor.POSTED).isEmpty();
        StubFrontDoor.PACKETS.put(
                "POST /api/coverage/T-41/packets",
                SamplePackets.refusal(409, "lost-race", "The latest packet is another."));
        post("/trials/T-41/packets", Map.of("policy", "mac-scs-ngs", "amends", "id-2", "why", "a day\r\nmore"))
                .statusCode(409)
                .body(containsString("The latest packet is another."), containsString("a day more</textarea>"));
        StubFrontDoor.PACKETS.put("POST /api/coverage/T-41/packets", SamplePackets.reply(200, SamplePackets.second()));
        post("/trials/T-41/packets", Map.of("policy", "mac-scs-ngs", "amends", "id-2", "why", "a day more"))
                .statusCode(303)
                .header("Location", containsString("done=same-2"));
        assertThat(StubFrontDoor.POSTED)
                .last()
                .isEqualTo("{\"policy\":\"mac-scs-ngs\",\"amends\":\"id-2\",\"why\":\"a day more\"}");
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        publish("T-42");
        issued("T-42", SamplePackets.second());
        for (Map.Entry<String, String> foreign : Map.of(
                        "Sec-Fetch-Site", "cross-site", "Origin", "https://elsewhere.example")
                .entrySet()) {
            for (String path : List.of("/trials/T-42/packets", "/trials/T-42/packets/2/release")) {
                given().accept("text/html")
                        .header(foreign.getKey(), foreign.getValue())
                        .formParam("policy", "mac-scs-ngs")
                        .when()
                        .post(path)
                        .then()
                        .statusCode(403)
                        .body(containsString("A page of another site sent this"));
            }
        }
        assertThat(StubFrontDoor.POSTED).isEmpty();
        StubFrontDoor.PACKETS.put("POST /api/packets/id-2/release", SamplePackets.reply(200, SamplePackets.second()));
        given().header("Origin", "https://dorsal.example")
                .header("X-Forwarded-Host", "dorsal.example")
                .redirects()
                .follow(false)
                .when()
                .post("/trials/T-42/packets/2/release")
                .then()
                .statusCode(303);
    }

    @Test
    void aPacketIsReleasedOnceItIsConfirmed() {
        publish("T-43");
        issued("T-43", SamplePackets.second(), SamplePackets.first());

        page("/trials/T-43/packets/2/release")
                .body(containsString("This cannot be taken back"), containsString("8 March was corrected"));
        assertThat(StubFrontDoor.POSTED).isEmpty();
        StubFrontDoor.PACKETS.put("POST /api/packets/id-2/release", SamplePackets.reply(200, SamplePackets.second()));
        post("/trials/T-43/packets/2/release", Map.of())
                .statusCode(303)
                .header("Location", "/trials/T-43?policy=mac-scs-ngs&done=released-2#packets");
        page("/trials/T-43/packets/1/release")
                .body(containsString("It was released 5 Mar 2026"), not(containsString("<form method=\"post\"")));
        given().accept("text/html").get("/trials/T-43/packets/3/release").then().statusCode(404);
    }

    @Test
    void aPacketIsVerifiedAndComparedOnPagesOfTheirOwn() {
        publish("T-44");
        issued("T-44", SamplePackets.second(), SamplePackets.first());
        StubFrontDoor.PACKETS.put("GET /api/packets/id-2/verification", SamplePackets.verified());
        StubFrontDoor.PACKETS.put(
                "GET /api/packets/id-1/verification", SamplePackets.notVerified("facts.json is <i>missing</i>"));
        StubFrontDoor.PACKETS.put(
                "GET /api/coverage/T-44/packet/changes", SamplePackets.changes(SamplePackets.second(), false));

        page("/trials/T-44/packets/2/verification")
                .body(containsString("Packet 2: verified"), containsString("the-key"));
        page("/trials/T-44/packets/1/verification")
                .body(
                        containsString("Packet 1: not verified"),
                        containsString("facts.json is &lt;i&gt;missing&lt;/i&gt;"));
        page("/trials/T-44/packets/changes?policy=mac-scs-ngs")
                .body(containsString("What has changed since packet 2"), containsString("supported"));
        assertThat(StubFrontDoor.ASKED).contains("/api/coverage/T-44/packet/changes?policy=mac-scs-ngs");
    }

    @Test
    void withoutCoverageServiceNothingIsClaimed() {
        publish("T-45");
        issued("T-45", SamplePackets.first());
        StubFrontDoor.coverageAway = true;

        page("/trials/T-45")
                .body(
                        containsString("The packets could not be had: it answered with status 503."),
                        not(containsString("No packet of this trial has been issued yet")));
        post("/trials/T-45/packets", Map.of("policy", "mac-scs-ngs", "amends", "id-1", "why", "typed"))
                .statusCode(503)
                .body(
                        containsString("Nothing was issued"),
                        containsString("name=\"amends\" value=\"id-1\""),
                        containsString("typed</textarea>"));
        page("/trials/T-45/packets/changes?policy=mac-scs-ngs").body(containsString("could not be told"));
        given().accept("text/html")
                .get("/trials/T-45/packets/1/verification")
                .then()
                .statusCode(503);
    }

    @Test
    void addressesOfFormsLeadBackToTheTrial() {
        publish("T-46");

        given().redirects()
                .follow(false)
                .when()
                .get("/trials/T-46/packets")
                .then()
                .statusCode(303)
                .header("Location", "/trials/T-46#packets");
        given().accept("text/html").get("/trials/T-none/packets").then().statusCode(404);
    }

    @Test
    void whatCannotBeShownIsAPageToo() {
        publish("T-47");
        issued("T-47", SamplePackets.first());
        String preview = "/trials/T-47/packets/preview?policy=mac-scs-ngs";
        byte[] pages = "%PDF".getBytes(StandardCharsets.UTF_8);
        StubFrontDoor.PACKETS.put("GET /api/coverage/T-47/packet", new Reply(200, pages));
        StubFrontDoor.PACKETS.put("GET /api/packets/id-1", new Reply(200, pages));

        var shown = page(preview).contentType("application/pdf").header("Cache-Control", "no-store");
        assertThat(shown.extract().headers().getValues("Content-Security-Policy"))
                .containsExactly("frame-ancestors 'none'");
        assertThat(page("/trials/T-47/packets/1/pages").extract().asByteArray()).isEqualTo(pages);
        StubFrontDoor.PACKETS.put(
                "GET /api/coverage/T-47/packet",
                SamplePackets.refusal(409, "no-determination", "it has <b>no</b> result"));
        answer(preview)
                .statusCode(409)
                .contentType("text/html")
                .body(containsString("cannot be shown"), containsString("it has &lt;b&gt;no&lt;/b&gt; result"));
        StubFrontDoor.PACKETS.remove("GET /api/packets/id-1");
        answer("/trials/T-47/packets/1/pages").statusCode(503).body(containsString("Try again shortly"));
        StubFrontDoor.coverageAway = true;
        answer(preview).statusCode(503).body(containsString("it answered with status 503"));
    }
}
