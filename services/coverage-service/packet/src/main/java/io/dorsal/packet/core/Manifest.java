package io.dorsal.packet.core;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a packet holds and follows from. Its bytes are what is signed; it names nothing that differs from one issue to
 * the next, so that the same facts, definitions, policy and as-of instant give the same bytes.
 *
 * @param definitions with their versions, such as {@code pain-relief/1}
 * @param policies the policy judged by, then those that it includes
 * @param leftOut how many facts of each kind the trial has that the packet does not need; none of them is in a digest
 * @param attachments by name; the manifest itself and its signature are not among them
 */
public record Manifest(
        String trial,
        Instant asOf,
        List<String> definitions,
        List<PolicyFile> policies,
        Map<String, Long> leftOut,
        List<Entry> attachments) {
    public static final String FORMAT = "dorsal-packet/1";
    public static final String FILE = "manifest.json";
    public static final String SIGNATURE_FILE = "manifest.jws";

    public Manifest {
        definitions = definitions.stream().distinct().sorted().toList();
        policies = List.copyOf(policies);
        leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
        attachments =
                attachments.stream().sorted(Comparator.comparing(Entry::name)).toList();
    }

    /** @param file the attachment that is this policy's file */
    public record PolicyFile(String id, String version, String file) {}

    /** @param sha256 hex */
    public record Entry(String name, String mediaType, long bytes, String sha256) {}

    public List<String> names() {
        return attachments.stream().map(Entry::name).toList();
    }
}
