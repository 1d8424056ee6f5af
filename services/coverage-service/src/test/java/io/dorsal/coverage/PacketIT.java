package io.dorsal.coverage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dorsal.embedded.RealBackends;
import io.dorsal.packet.Verifier;
import io.dorsal.packet.core.Verdict;
import io.dorsal.packet.core.Verdict.Different;
import io.dorsal.packet.core.Verdict.Verified;
import io.dorsal.packet.jose.KeySet;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Packets from facts to the payer: issued, kept, amended, released, and verified by the verifier of the command line. */
@QuarkusTest
@QuarkusTestResource(FrontDoorStub.class)
@QuarkusTestResource(
        value = RealBackends.class,
        initArgs = {@ResourceArg(name = "kafka", value = "true"), @ResourceArg(name = "database", value = "coverage")})
class PacketIT {
    @Inject
    Logs logs;

    @Inject
    DataSource database;

    @ConfigProperty(name = "dorsal.coverage.front-door")
    String frontDoor;

    @Test
    void anIssuedPacketProvesItself() throws Exception {
        known("P-1", false);

        Response issued = issue("P-1", "{}");
        issued.then()
                .statusCode(201)
                .header("Location", equalTo("/api/packets/" + issued.path("packet")))
                .body("number", equalTo(1))
                .body("policy", equalTo("mac-scs-ngs"))
                .body("version", equalTo("2021-07-01"))
                .body("result", equalTo("SUPPORTED"))
                .body("payer", equalTo("medicare"))
                .body("asOf", equalTo("2026-03-09T15:00:00Z"))
                .body("amends", nullValue())
                .body("releasedAt", nullValue())
                .body("manifestSha256", matchesPattern("[0-9a-f]{64}"));

        byte[] file = file(issued.path("packet"));
        assertThat(verified(file)).isInstanceOfSatisfying(Verified.class, verified -> {
            assertThat(verified.particulars().packet()).isEqualTo(issued.path("packet"));
            assertThat(verified.particulars().number()).isEqualTo(1);
            assertThat(verified.result()).isEqualTo("SUPPORTED");
            assertThat(verified.key()).isEqualTo(issued.path("key"));
        });
        assertThat(PdfCheck.breaches(file)).isEmpty();
        file[file.length / 2] ^= 1;
        assertThat(verified(file)).isInstanceOf(Different.class);
    }

    @Test
    void theSameFactsMakeNoSecondPacketUnlessAsked() throws Exception {
        known("P-2", false);
        String first = issue("P-2", "").path("packet");

        issue("P-2", "{}").then().statusCode(200).body("packet", equalTo(first));
        issue("P-2", "{\"again\":true,\"why\":\"the payer asked for another\"}")
                .then()
                .statusCode(201)
                .body("number", equalTo(2))
                .body("amends", equalTo(first));
    }

    @Test
    void aNewFactMakesAPacketThatNamesTheOneItAmends() throws Exception {
        known("P-3", false);
        String first = issue("P-3", "{}").path("packet");
        byte[] before = file(first);
        known("P-3", true);

        issue("P-3", "{}").then().statusCode(409).body("reason", equalTo("why-is-missing"));
        issue("P-3", "{\"amends\":\"another\",\"why\":\"x\"}")
                .then()
                .statusCode(409)
                .body("reason", equalTo("lost-race"))
                .body("detail", containsString(first));
        issue("P-3", "{\"why\":\"\u4e2d\"}")
                .then()
                .statusCode(400)
                .body("reason", equalTo("out-of-bounds"))
                .body("detail", containsString("U+4E2D"));
        String order = "{\"amends\":\"%s\",\"why\":\"8 March was corrected\"}".formatted(first);
        Response second = issue("P-3", order);

        second.then().statusCode(201).body("amends", equalTo(first)).body("why", equalTo("8 March was corrected"));
        assertThat(verified(file(second.path("packet")))).isInstanceOf(Verified.class);
        assertThat(file(first)).isEqualTo(before);
        issue("P-3", order).then().statusCode(200).body("packet", equalTo(second.path("packet")));
        issue("P-3", "{\"amends\":\"another\",\"why\":\"x\"}")
                .then()
                .statusCode(409)
                .body("reason", equalTo("lost-race"));
        given().get("/api/coverage/P-3/packets")
                .then()
                .statusCode(200)
                .body("items.packet", equalTo(List.of(second.path("packet"), first)));
    }

    @Test
    void aPacketIsServedForEver() throws Exception {
        known("P-4", false);
        String packet = issue("P-4", "{}").path("packet");
        Response served = given().get("/api/packets/" + packet);

        served.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", containsString("immutable"))
                .header("ETag", matchesPattern("\"[0-9a-f]{64}\""));
        given().header("If-None-Match", served.header("ETag"))
                .get("/api/packets/" + packet)
                .then()
                .statusCode(304);
        assertThat(file(packet)).isEqualTo(served.asByteArray());
        assertThat(new String(served.asByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("PRIVATE-WORDS");
    }

    @Test
    void aKeptPacketIsVerifiedByTheVerifierOfTheCommandLine() throws Exception {
        known("P-10", false);
        Response issued = issue("P-10", "{}");

        verification(issued.path("packet"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("packet", equalTo(issued.path("packet")))
                .body("verdict", equalTo("VERIFIED"))
                .body("difference", nullValue())
                .body("keyId", equalTo(issued.path("key")))
                .body("computedAgain", hasItem("determination.json"))
                .body("asSigned", hasItem("policy-codes.yaml"));
        verification("none").then().statusCode(404).body("reason", equalTo("not-found"));
    }

    @Test
    void whateverElseIsKeptUnderAnIdIsNotVerified() throws Exception {
        known("P-11", false);
        String packet = issue("P-11", "{}").path("packet");
        insertCopy(packet, "another-file", 2, "set_byte(file, 5000, get_byte(file, 5000) # 1)");
        insertCopy(packet, "another-packet", 3, "file");

        verification("another-file")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("NOT_VERIFIED"))
                .body("difference", notNullValue())
                .body("keyId", nullValue())
                .body("computedAgain", equalTo(List.of()));
        verification("another-packet")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("NOT_VERIFIED"))
                .body("difference", equalTo("the file that is kept under this id is packet " + packet));
    }

    @Test
    void whatHasChangedSinceTheLatestPacketIsToldInWords() throws Exception {
        known("P-12", false);
        changes("P-12").then().statusCode(200).body("since", nullValue()).body("same", equalTo(false));
        String packet = issue("P-12", "{}").path("packet");
        changes("P-12")
                .then()
                .body("since", equalTo(packet))
                .body("number", equalTo(1))
                .body("same", equalTo(true))
                .body("changes", equalTo(List.of()));
        known("P-12", true);

        changes("P-12")
                .then()
                .header("Cache-Control", "no-store")
                .body("since", equalTo(packet))
                .body("same", equalTo(false))
                .body("changes.find { it.what == 'Reports, pain' }.after", equalTo("12 (1 corrected)"))
                .body("changes.what", hasItem("Calculated relief"))
                .body("changes.what", not(hasItem("Result")));
        changes("P-unknown").then().statusCode(404).body("reason", equalTo("unknown-trial"));
        given().get("/api/coverage/P-12/packet/changes?policy=mac-pns-l34328")
                .then()
                .statusCode(409)
                .body("reason", equalTo("no-determination"));
    }

    /** What is kept cannot be changed, but somebody with the database's password can add to it. */
    private void insertCopy(String packet, String id, int number, String file) throws SQLException {
        execute("""
                insert into packet select '%s', trial, %s, clinic, payer, policy, version, result, as_of, issued_at, amends,
                    why, manifest_sha256, fact_digest, all_facts_digest, key, file_sha256, %s
                from packet where id = '%s'""".formatted(id, number, file, packet));
    }

    @Test
    void aPacketIsReleasedOnce() throws Exception {
        known("P-5", false);
        String packet = issue("P-5", "{}").path("packet");

        Response first = given().post("/api/packets/%s/release".formatted(packet));
        first.then().statusCode(200).body("payer", equalTo("medicare")).body("releasedAt", notNullValue());
        given().post("/api/packets/%s/release".formatted(packet))
                .then()
                .statusCode(200)
                .body("releasedAt", equalTo(first.path("releasedAt")));
    }

    @Test
    void nobodyChangesOrRemovesAnIssuedPacket() throws Exception {
        known("P-6", false);
        String packet = issue("P-6", "{}").path("packet");
        given().post("/api/packets/%s/release".formatted(packet)).then().statusCode(200);

        for (String sql : List.of(
                "update packet set result = 'SUPPORTED' where trial = 'P-6'",
                "delete from packet where trial = 'P-6'",
                "truncate packet cascade",
                "update packet_release set payer = 'another'",
                "delete from packet_release")) {
            assertThatThrownBy(() -> execute(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never changed nor removed");
        }
    }

    @Test
    void aPreviewIsMarkedAndProvesNothing() throws Exception {
        known("P-7", false);
        byte[] preview = given().get("/api/coverage/P-7/packet")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();

        assertThat(PdfCheck.breaches(preview)).isEmpty();
        assertThat(verified(preview))
                .isInstanceOfSatisfying(
                        Different.class,
                        different -> assertThat(different.difference().sentence())
                                .contains("a preview, which is not issued"));
        given().get("/api/coverage/P-7/packets").then().statusCode(200).body("items", equalTo(List.of()));
    }

    @Test
    void whatCannotBeIssuedSaysWhy() throws Exception {
        known("P-8", false);
        issue("P-8", "{\"policy\":\"mac-pns-l34328\"}")
                .then()
                .statusCode(409)
                .body("reason", equalTo("no-determination"))
                .body("detail", containsString("does not apply"));
        issue("P-8", "{\"policy\":\"nobody\"}").then().statusCode(400).body("reason", equalTo("unknown-value"));
        issue("P-8", "{\"asOf\":\"2190-01-01T00:00:00Z\"}")
                .then()
                .statusCode(400)
                .body("reason", equalTo("out-of-bounds"));
        issue("P-8", "[").then().statusCode(400).body("reason", equalTo("not-json"));
        issue("P-unknown", "{}").then().statusCode(404).body("reason", equalTo("unknown-trial"));
        given().get("/api/packets/none").then().statusCode(404).body("reason", equalTo("not-found"));
        given().post("/api/packets/none/release").then().statusCode(404).body("reason", equalTo("not-found"));
    }

    @Test
    void factsThatTheServicesHaveNotAllSeenMakeNoPacket() throws Exception {
        known("P-9", false);
        logs.publish(List.of(Samples.fewerAnalgesics("P-9")));

        issue("P-9", "{}")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("reason", equalTo("unavailable"))
                .body("detail", containsString("have not all seen the same facts"));
    }

    /** Told here by the topics, and there by the front door. */
    private void known(String trial, boolean corrected) {
        List<ProducerRecord<String, byte[]>> statements = PacketFacts.statements(trial, corrected);
        logs.publish(statements);
        given().baseUri(frontDoor)
                .body(PacketFacts.facts(statements))
                .put("/api/responders/%s/facts".formatted(trial))
                .then()
                .statusCode(204);
    }

    private static Response issue(String trial, String body) {
        return given().contentType("application/json").body(body).post("/api/coverage/%s/packets".formatted(trial));
    }

    private static Response changes(String trial) {
        return given().get("/api/coverage/%s/packet/changes".formatted(trial));
    }

    private static Response verification(String packet) {
        return given().get("/api/packets/%s/verification".formatted(packet));
    }

    private static byte[] file(String packet) {
        return given().get("/api/packets/" + packet)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static Verdict verified(byte[] file) {
        String keys = given().get("/api/packets/keys")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new Verifier(KeySet.parse(keys)).verify(file);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
