package io.dorsal.dashboard.frontdoor;

import io.dorsal.dashboard.core.packet.Packet;
import io.dorsal.dashboard.core.packet.Packets.Change;
import io.dorsal.dashboard.core.packet.Packets.Changes;
import io.dorsal.dashboard.core.packet.Packets.Proof;
import io.dorsal.dashboard.core.packet.Packets.Refused;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import java.util.List;
import java.util.Objects;

/** Reads what coverage-service tells of packets. */
final class PacketReader {
    private static final int ITEMS_MAX = 1_000;
    private static final int WORD_LENGTH_MAX = 128;
    private static final int TEXT_LENGTH_MAX = 16_384;

    private PacketReader() {}

    static List<Packet> list(byte[] answer) {
        return JsonFields.of(Json.parse(answer)).list("items", ITEMS_MAX, PacketReader::packet);
    }

    static Packet packet(byte[] answer) {
        return packet(JsonFields.of(Json.parse(answer)));
    }

    private static Packet packet(JsonFields f) {
        return new Packet(
                word(f, "packet"),
                f.counter("number"),
                word(f, "payer"),
                word(f, "policy"),
                word(f, "version"),
                f.oneOf("result", CoverageResult.class),
                f.instant("asOf"),
                f.instant("issuedAt"),
                f.optional("amends", name -> word(f, name)),
                f.optional("why", name -> f.text(name, TEXT_LENGTH_MAX)),
                word(f, "allFactsDigest"),
                f.counter("fileBytes"),
                f.optional("releasedAt", f::instant));
    }

    static Proof proof(byte[] answer) {
        JsonFields f = JsonFields.of(Json.parse(answer));
        String difference = f.optional("difference", name -> f.text(name, TEXT_LENGTH_MAX));
        if (word(f, "verdict").equals("VERIFIED") != (difference == null)) {
            throw new Malformed(Reason.UNKNOWN_VALUE, "verdict", "VERIFIED, or a difference");
        }
        return new Proof(
                difference,
                f.optional("keyId", name -> word(f, name)),
                f.texts("computedAgain", ITEMS_MAX, WORD_LENGTH_MAX),
                f.texts("asSigned", ITEMS_MAX, WORD_LENGTH_MAX));
    }

    static Changes changes(byte[] answer) {
        JsonFields f = JsonFields.of(Json.parse(answer));
        return new Changes(
                f.optional("number", f::counter),
                f.flag("same"),
                f.list(
                        "changes",
                        ITEMS_MAX,
                        change -> new Change(
                                change.text("what", TEXT_LENGTH_MAX),
                                change.text("before", TEXT_LENGTH_MAX),
                                change.text("after", TEXT_LENGTH_MAX))));
    }

    static Refused refusal(byte[] answer) {
        JsonFields f = JsonFields.of(Json.parse(answer));
        return new Refused(
                word(f, "reason"),
                Objects.requireNonNullElse(f.optional("detail", name -> f.text(name, TEXT_LENGTH_MAX)), ""));
    }

    private static String word(JsonFields f, String field) {
        return f.text(field, WORD_LENGTH_MAX);
    }
}
