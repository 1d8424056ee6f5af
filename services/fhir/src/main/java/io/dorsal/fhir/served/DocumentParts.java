package io.dorsal.fhir.served;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.fhir.Elements;
import io.dorsal.fhir.Fhir;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Systems;
import io.dorsal.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentRelationshipType;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The document of a packet, cut into the resources that are served one by one. The Bundle itself stays as it was signed;
 * in the others a reference within the document becomes one that can be read here.
 */
public final class DocumentParts {
    private static final String URN = "urn:uuid:";
    private static final Pattern REFERENCE = Pattern.compile("\"urn:uuid:([0-9a-f-]{36})\"");
    private static final int DATE_LENGTH = 10;

    private final Map<String, String> typeOf = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();

    private DocumentParts() {}

    /** The Bundle and the packet's own DocumentReference first, both under the packet's id. */
    public static List<Part> of(byte[] document, Release release) {
        return new DocumentParts().cut(document, release);
    }

    private List<Part> cut(byte[] document, Release release) {
        JsonNode bundle = Json.parseDocument(document);
        String text = new String(document, StandardCharsets.UTF_8);
        bundle.path("entry").forEach(entry -> {
            JsonNode resource = entry.path("resource");
            typeOf.put(
                    resource.path("id").asText(), resource.path("resourceType").asText());
        });
        JsonNode composition = bundle.path("entry").path(0).path("resource");
        String patient = patient(composition);
        parts.add(part("Bundle", release.packet(), patient, List.of(), bundle, text));
        JsonNode reference = Json.parseDocument(Fhir.bytes(reference(release, composition)));
        parts.add(part(
                "DocumentReference",
                release.packet(),
                patient,
                codes(reference.path("type")),
                reference,
                reference.toString()));
        bundle.path("entry").forEach(entry -> add(entry.path("resource")));
        return List.copyOf(parts);
    }

    private void add(JsonNode resource) {
        String type = resource.path("resourceType").asText();
        String code = switch (type) {
            case "DocumentReference", "Composition" -> "type";
            case "MedicationStatement" -> "medicationCodeableConcept";
            default -> "code";
        };
        parts.add(part(
                type,
                resource.path("id").asText(),
                patient(resource),
                codes(resource.path(code)),
                resource,
                readable(resource.toString())));
    }

    private Part part(
            String type, String id, @Nullable String patient, List<String> codes, JsonNode resource, String json) {
        return new Part(type, id, patient, codes, identifiers(resource), from(resource), to(resource), json);
    }

    /** What leads to an entry of the document leads to the resource here. */
    private String readable(String json) {
        Matcher matcher = REFERENCE.matcher(json);
        return matcher.replaceAll(found -> {
            String type = typeOf.get(found.group(1));
            return type == null ? found.group() : "\"" + type + "/" + found.group(1) + "\"";
        });
    }

    private static @Nullable String patient(JsonNode resource) {
        return Stream.of("subject", "beneficiary")
                .map(field -> resource.path(field).path("reference").asText())
                .filter(reference -> reference.startsWith(URN))
                .map(reference -> reference.substring(URN.length()))
                .findFirst()
                .orElse(null);
    }

    private static List<String> codes(JsonNode concept) {
        List<String> codes = new ArrayList<>();
        concept.path("coding").forEach(coding -> token(codes, coding, "code"));
        return codes;
    }

    private static List<String> identifiers(JsonNode resource) {
        List<String> identifiers = new ArrayList<>();
        JsonNode identifier = resource.path("identifier");
        (identifier.isArray() ? identifier : Json.object().arrayNode().add(identifier))
                .forEach(each -> token(identifiers, each, "value"));
        token(identifiers, resource.path("masterIdentifier"), "value");
        return identifiers;
    }

    private static void token(List<String> tokens, JsonNode node, String field) {
        if (node.hasNonNull(field)) {
            tokens.add(node.get(field).asText());
            tokens.add(node.path("system").asText() + "|" + node.get(field).asText());
        }
    }

    private static @Nullable Instant from(JsonNode resource) {
        return first(resource, "start");
    }

    /** A date lasts its day, here that of UTC, for the document does not say which zone a date is of. */
    private static @Nullable Instant to(JsonNode resource) {
        String text = dated(resource, "end");
        if (text.isEmpty()) {
            return null;
        }
        return text.length() == DATE_LENGTH
                ? LocalDate.parse(text).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)
                : Instant.parse(text).plusMillis(1);
    }

    private static @Nullable Instant first(JsonNode resource, String side) {
        String text = dated(resource, side);
        if (text.isEmpty()) {
            return null;
        }
        return text.length() == DATE_LENGTH
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : Instant.parse(text);
    }

    private static String dated(JsonNode resource, String side) {
        return Stream.of("effectiveDateTime", "authored", "date", "timestamp", "performedDateTime")
                .map(field -> resource.path(field).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> Stream.of("effectivePeriod", "period", "performedPeriod", "timingPeriod")
                        .map(field -> resource.path(field).path(side).asText())
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    /** Where the packet's file is. */
    private DocumentReference reference(Release release, JsonNode composition) {
        DocumentReference reference = new DocumentReference()
                .setMasterIdentifier(Elements.identifier(Systems.PACKET, release.packet()))
                .setStatus(DocumentReferenceStatus.CURRENT)
                .setType(LocalCode.EVIDENCE_PACKET.concept())
                .setSubject(local(composition.path("subject")))
                .setCustodian(local(composition.path("custodian")))
                .setDateElement(Elements.instant(release.issuedAt()));
        reference.setId(release.packet());
        if (release.amends() != null) {
            reference
                    .addRelatesTo()
                    .setCode(DocumentRelationshipType.REPLACES)
                    .setTarget(new Reference("DocumentReference/" + release.amends()));
        }
        reference
                .addContent()
                .getAttachment()
                .setContentType("application/pdf")
                .setUrl("/api/packets/" + release.packet())
                .setSize(Math.toIntExact(release.bytes()));
        reference
                .addContent()
                .getAttachment()
                .setContentType(Fhir.MEDIA_TYPE)
                .setUrl("/fhir/Bundle/" + release.packet());
        return reference;
    }

    private Reference local(JsonNode reference) {
        String id = reference.path("reference").asText().replaceFirst(URN, "");
        return new Reference(typeOf.getOrDefault(id, "Resource") + "/" + id);
    }
}
