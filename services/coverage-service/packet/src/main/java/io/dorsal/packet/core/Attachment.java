package io.dorsal.packet.core;

import io.dorsal.model.FactDigest;
import java.nio.charset.StandardCharsets;

/**
 * One file that a packet encloses. All of them are text, so that a person can read what a machine signed.
 *
 * @param name without a folder
 */
public record Attachment(String name, String mediaType, String text) {
    public static final String JSON = "application/json";
    public static final String YAML = "application/yaml";
    public static final String JOSE = "application/jose";

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As the manifest lists it. */
    public Manifest.Entry entry() {
        byte[] bytes = bytes();
        return new Manifest.Entry(name, mediaType, bytes.length, FactDigest.sha256(bytes));
    }
}
