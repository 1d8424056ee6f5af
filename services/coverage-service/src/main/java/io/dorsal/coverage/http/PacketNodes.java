package io.dorsal.coverage.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.coverage.http.PacketReview.Changes;
import io.dorsal.coverage.http.PacketReview.Proof;
import io.dorsal.coverage.http.PacketSource.Issued;
import io.dorsal.coverage.http.PacketSource.Order;
import io.dorsal.merge.http.AsOf;
import io.dorsal.model.presentation.PrintableText;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Packets as JSON. */
final class PacketNodes {
    private static final int WORD_LENGTH_MAX = 64;
    private static final int WHY_LENGTH_MAX = 500;

    private PacketNodes() {}

    /** An empty body asks for the trial's own policy. */
    static Order order(byte[] body, Instant now) {
        JsonNode node = body.length == 0 ? Json.object() : Json.parse(body);
        JsonFields f = JsonFields.of(node);
        String asOf = f.optional("asOf", name -> f.text(name, WORD_LENGTH_MAX));
        String why = f.optional("why", name -> f.text(name, WHY_LENGTH_MAX));
        PrintableText.require("why", why);
        return new Order(
                f.optional("policy", name -> f.text(name, WORD_LENGTH_MAX)),
                asOf == null ? null : AsOf.parse(asOf, now),
                f.optional("amends", name -> f.text(name, WORD_LENGTH_MAX)),
                why,
                f.has("again") && f.flag("again"));
    }

    static ObjectNode of(Issued issued) {
        return Json.object()
                .put("packet", issued.packet())
                .put("trialId", issued.trial())
                .put("number", issued.number())
                .put("payer", issued.payer())
                .put("policy", issued.policy())
                .put("version", issued.version())
                .put("result", issued.result())
                .put("asOf", issued.asOf().toString())
                .put("issuedAt", issued.issuedAt().toString())
                .put("amends", issued.amends())
                .put("why", issued.why())
                .put("manifestSha256", issued.manifestSha256())
                .put("factDigest", issued.factDigest())
                .put("allFactsDigest", issued.allFactsDigest())
                .put("key", issued.key())
                .put("fileSha256", issued.fileSha256())
                .put("fileBytes", issued.fileBytes())
                .put("releasedAt", text(issued.releasedAt()));
    }

    static ObjectNode of(String packet, Proof proof) {
        ObjectNode node = Json.object()
                .put("packet", packet)
                .put("verdict", proof.difference() == null ? "VERIFIED" : "NOT_VERIFIED")
                .put("difference", proof.difference())
                .put("keyId", proof.key());
        proof.computedAgain().forEach(node.putArray("computedAgain")::add);
        proof.asSigned().forEach(node.putArray("asSigned")::add);
        return node;
    }

    static ObjectNode of(Changes changes) {
        Issued since = changes.since();
        ObjectNode node = Json.object()
                .put("since", since == null ? null : since.packet())
                .put("number", since == null ? null : since.number())
                .put("same", changes.same());
        ArrayNode items = node.putArray("changes");
        changes.changes()
                .forEach(each -> items.addObject()
                        .put("what", each.what())
                        .put("before", each.before())
                        .put("after", each.after()));
        return node;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
