package io.dorsal.fhir.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was posted, cut into resources.
 *
 * @param entries one for a single resource
 */
public record Posted(Form form, List<Entry> entries) {
    public static final int ENTRIES_MAX = 1_000;

    /** How the resources hang together. */
    public enum Form {
        /** No Bundle. */
        SINGLE,
        /** All of it or nothing. */
        TRANSACTION,
        /** Each by itself. */
        BATCH,
        /** A collection, document or message: each by itself, and nobody asked for all of it to be kept. */
        COLLECTION
    }

    /**
     * One resource.
     *
     * @param path to the resource, in FHIRPath
     * @param resource missing where the entry has none
     */
    public record Entry(
            String path,
            JsonNode resource,
            @Nullable String fullUrl,
            @Nullable Malformed refused) {
        String type() {
            return resource.path("resourceType").asText();
        }
    }

    public Posted {
        entries = List.copyOf(entries);
    }

    /**
     * @param type of the resource that the address names; null for the root, which takes every type
     * @throws Malformed when nothing of it can be read
     */
    public static Posted read(byte[] body, @Nullable String type) {
        JsonNode root = Json.parseDocument(body);
        String found = root.path("resourceType").textValue();
        if (found == null) {
            throw new Malformed(Reason.NOT_AN_OBJECT, "", "a FHIR R4 resource, with its resourceType");
        }
        if (type != null && !type.equals(found)) {
            throw new Malformed(Reason.BAD_REQUEST, "resourceType", "the type that the address names");
        }
        return found.equals("Bundle")
                ? bundle(root)
                : new Posted(Form.SINGLE, List.of(new Entry(known(found), root, null, null)));
    }

    // A path is an answer's, so a made-up type must not get into it.
    private static String known(String type) {
        return Intake.isKnown(type) ? type : "Resource";
    }

    private static Posted bundle(JsonNode bundle) {
        Form form = form(bundle.path("type").asText());
        JsonNode entries = bundle.path("entry");
        if (!entries.isArray() && !entries.isMissingNode()) {
            throw new Malformed(Reason.WRONG_TYPE, "Bundle.entry", "an array");
        }
        if (entries.size() > ENTRIES_MAX) {
            throw new Malformed(Reason.TOO_MANY_ITEMS, "Bundle.entry", "at most " + ENTRIES_MAX + " entries");
        }
        List<Entry> cut = new ArrayList<>(entries.size());
        for (JsonNode entry : entries) {
            cut.add(entry(entry, form, "Bundle.entry[" + cut.size() + "]"));
        }
        return new Posted(form, cut);
    }

    private static Form form(String type) {
        return switch (type) {
            case "transaction" -> Form.TRANSACTION;
            case "batch" -> Form.BATCH;
            case "collection", "document", "message" -> Form.COLLECTION;
            default ->
                throw new Malformed(
                        Reason.UNKNOWN_VALUE,
                        "Bundle.type",
                        "one of transaction, batch, collection, document, message");
        };
    }

    private static Entry entry(JsonNode entry, Form form, String path) {
        JsonNode resource = entry.path("resource");
        Malformed refused = form == Form.COLLECTION ? null : refused(entry.path("request"), path + ".request");
        if (refused == null && !resource.isObject()) {
            refused = new Malformed(Reason.MISSING_FIELD, path + ".resource", "a resource");
        }
        String fullUrl = entry.path("fullUrl").textValue();
        return new Entry(path + ".resource", resource, fullUrl, refused);
    }

    private static @Nullable Malformed refused(JsonNode request, String path) {
        String method = request.path("method").asText();
        if (!method.equals("POST") && !method.equals("PUT")) {
            return new Malformed(Reason.METHOD_NOT_ALLOWED, path + ".method", "POST or PUT");
        }
        return Stream.of("ifMatch", "ifNoneMatch", "ifModifiedSince")
                .filter(request::has)
                .findFirst()
                .map(condition -> new Malformed(
                        Reason.BAD_REQUEST,
                        path + "." + condition,
                        "no condition: meta.versionId says which revision it is"))
                .orElse(null);
    }
}
