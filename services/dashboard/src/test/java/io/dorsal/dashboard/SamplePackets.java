package io.dorsal.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.dashboard.StubFrontDoor.Reply;
import io.dorsal.dashboard.core.packet.Packet;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.wire.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Packets for tests: the first one of a trial, and the one that takes its place. */
public final class SamplePackets {
    private static final Instant ISSUED_AT = Instant.parse("2026-03-05T16:30:00Z");

    private SamplePackets() {}

    public static Packet first() {
        return packet(1, null, null, Instant.parse("2026-03-05T16:45:00Z"));
    }

    public static Packet second() {
        return packet(2, "id-1", "8 March was corrected", null);
    }

    private static Packet packet(
            long number, @Nullable String amends, @Nullable String why, @Nullable Instant released) {
        Instant issued = ISSUED_AT.plusSeconds(3600 * (number - 1));
        return new Packet(
                "id-" + number,
                number,
                "medicare",
                "mac-scs-ngs",
                "2021-07-01",
                CoverageResult.INCOMPLETE,
                issued.minusSeconds(60),
                issued,
                amends,
                why,
                "d" + number,
                123_456,
                released);
    }

    static byte[] list(Packet... packets) {
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        for (Packet packet : packets) {
            items.add(node(packet));
        }
        return Json.bytes(page);
    }

    static Reply reply(int status, Packet packet) {
        return new Reply(status, Json.bytes(node(packet)));
    }

    static Reply refusal(int status, String reason, String detail) {
        return new Reply(status, Json.bytes(Json.object().put("reason", reason).put("detail", detail)));
    }

    static ObjectNode node(Packet packet) {
        Instant released = packet.releasedAt();
        return Json.object()
                .put("packet", packet.id())
                .put("trialId", "T-1")
                .put("number", packet.number())
                .put("payer", packet.payer())
                .put("policy", packet.policy())
                .put("version", packet.version())
                .put("result", packet.result().word())
                .put("asOf", packet.asOf().toString())
                .put("issuedAt", packet.issuedAt().toString())
                .put("amends", packet.amends())
                .put("why", packet.why())
                .put("allFactsDigest", packet.allFactsDigest())
                .put("fileBytes", packet.bytes())
                .put("releasedAt", released == null ? null : released.toString());
    }

    static Reply verified() {
        ObjectNode node =
                Json.object().put("packet", "id-1").put("verdict", "VERIFIED").put("keyId", "the-key");
        node.putArray("computedAgain").add("determination.json");
        node.putArray("asSigned").add("policy-codes.yaml");
        return new Reply(200, Json.bytes(node));
    }

    static Reply notVerified(String difference) {
        ObjectNode node = Json.object()
                .put("packet", "id-1")
                .put("verdict", "NOT_VERIFIED")
                .put("difference", difference);
        node.putArray("computedAgain");
        node.putArray("asSigned");
        return new Reply(200, Json.bytes(node));
    }

    static Reply changes(@Nullable Packet since, boolean same) {
        ObjectNode node = Json.object().put("same", same);
        if (since != null) {
            node.put("since", since.id()).put("number", since.number());
        }
        ArrayNode changes = node.putArray("changes");
        if (!same && since != null) {
            changes.addObject()
                    .put("what", "Result")
                    .put("before", "incomplete")
                    .put("after", "supported");
        }
        return new Reply(200, Json.bytes(node));
    }
}
