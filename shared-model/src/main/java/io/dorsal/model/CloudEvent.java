package io.dorsal.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** The attributes of a CloudEvents 1.0 record in Kafka's binary mode: headers beside the value. */
public record CloudEvent(String id, String type, String source, Instant time, String subject) {
    private static final byte[] SPEC_VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    /** Header names and values, as the Kafka binding of CloudEvents spells them. */
    public Map<String, byte[]> headers() {
        return Map.of(
                "ce_specversion", SPEC_VERSION,
                "ce_id", bytes(id),
                "ce_type", bytes(type),
                "ce_source", bytes(source),
                "ce_time", bytes(time.toString()),
                "ce_subject", bytes(subject),
                "content-type", JSON);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
