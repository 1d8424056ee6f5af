package io.dorsal.packet.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.wire.CanonicalJson;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import io.dorsal.packet.core.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The manifest, record to canonical JSON and back. */
public final class ManifestCodec {
    private static final int LIST_MAX = 1_000;
    private static final int TEXT_MAX = 200;

    private ManifestCodec() {}

    public static String text(Manifest manifest) {
        ObjectNode node = Json.object()
                .put("format", Manifest.FORMAT)
                .put("trial", manifest.trial())
                .put("asOf", manifest.asOf().toString());
        ArrayNode definitions = node.putArray("definitions");
        manifest.definitions().forEach(definitions::add);
        ArrayNode policies = node.putArray("policies");
        manifest.policies()
                .forEach(policy -> policies.addObject()
                        .put("policy", policy.id())
                        .put("version", policy.version())
                        .put("file", policy.file()));
        ArrayNode leftOut = node.putArray("leftOut");
        manifest.leftOut()
                .forEach((kind, count) -> leftOut.addObject().put("kind", kind).put("count", count));
        ArrayNode attachments = node.putArray("attachments");
        manifest.attachments()
                .forEach(entry -> attachments
                        .addObject()
                        .put("name", entry.name())
                        .put("mediaType", entry.mediaType())
                        .put("bytes", entry.bytes())
                        .put("sha256", entry.sha256()));
        return CanonicalJson.of(node);
    }

    /** @throws Malformed when it is none, or of another format */
    public static Manifest parse(String text) {
        JsonFields f = JsonFields.of(Json.parse(text.getBytes(StandardCharsets.UTF_8)));
        if (!Manifest.FORMAT.equals(name(f, "format"))) {
            throw new Malformed(Reason.UNKNOWN_VALUE, "format", Manifest.FORMAT);
        }
        Map<String, Long> leftOut = new TreeMap<>();
        f.list("leftOut", LIST_MAX, each -> Map.entry(name(each, "kind"), each.counter("count")))
                .forEach(each -> leftOut.put(each.getKey(), each.getValue()));
        return new Manifest(
                name(f, "trial"),
                f.instant("asOf"),
                f.texts("definitions", LIST_MAX, TEXT_MAX),
                f.list(
                        "policies",
                        LIST_MAX,
                        policy -> new Manifest.PolicyFile(
                                name(policy, "policy"), name(policy, "version"), name(policy, "file"))),
                leftOut,
                f.list(
                        "attachments",
                        LIST_MAX,
                        entry -> new Manifest.Entry(
                                name(entry, "name"),
                                name(entry, "mediaType"),
                                entry.counter("bytes"),
                                name(entry, "sha256"))));
    }

    private static String name(JsonFields f, String field) {
        return f.text(field, TEXT_MAX);
    }
}
