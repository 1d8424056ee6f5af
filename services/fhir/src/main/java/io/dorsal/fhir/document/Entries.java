package io.dorsal.fhir.document;

import io.dorsal.fhir.Fhir;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The resources of one Bundle, each under a UUID made from its own content. The content names what it refers to by such
 * UUIDs too, so an id vouches for everything below it; the same fact has the same id in every packet, and a corrected
 * one has another.
 */
final class Entries {
    private static final String URN = "urn:uuid:";
    private static final byte[] NAMESPACE = HexFormat.of().parseHex("0d7b1c526e0a4d5c9a535b7c1f0a7e11");
    private static final int VERSION_BYTE = 6;
    private static final int VARIANT_BYTE = 8;

    private final Map<String, Resource> byUrl = new LinkedHashMap<>();

    /** Adds a resource that is finished: changing it afterwards would belie its id. */
    Reference add(Resource resource) {
        String url = URN + idOf(resource);
        byUrl.putIfAbsent(url, resource);
        return new Reference(url);
    }

    /** The resources in the order of their adding, {@code first} before all others. */
    void into(Bundle bundle, Reference first) {
        byUrl.forEach((url, resource) -> {
            resource.setId(url.substring(URN.length()));
            int at = url.equals(first.getReference()) ? 0 : bundle.getEntry().size();
            bundle.getEntry().add(at, new BundleEntryComponent().setFullUrl(url).setResource(resource));
        });
    }

    /** RFC 9562, version 5: SHA-1 over a namespace and a name, which here is the resource without its id. */
    private static UUID idOf(Resource resource) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(NAMESPACE);
            byte[] hash = sha1.digest(Fhir.bytes(resource));
            hash[VERSION_BYTE] = (byte) ((hash[VERSION_BYTE] & 0x0f) | 0x50);
            hash[VARIANT_BYTE] = (byte) ((hash[VARIANT_BYTE] & 0x3f) | 0x80);
            ByteBuffer halves = ByteBuffer.wrap(hash);
            return new UUID(halves.getLong(), halves.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1.", e);
        }
    }
}
