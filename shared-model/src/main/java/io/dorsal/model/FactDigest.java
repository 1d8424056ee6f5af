package io.dorsal.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a set of facts by one SHA-256: equal sets have equal digests, whatever the order in which they arrived.
 *
 * <p>The digest is over sorted lines, each ended by a line feed. A trial or report is named by its version and the
 * digest of its canonical content; device events are named by identity, as the ranges of sequence numbers received.
 */
public final class FactDigest {
    // Numbers go in by %s: %d writes the digits of the machine's language.
    private final List<String> lines = new ArrayList<>();

    // Numbers as %s, not %d: that would be written in the digits of the machine's own language.
    public FactDigest trial(TrialId trial, long version, String canonical) {
        lines.add("trial %s v%s %s".formatted(trial, version, sha256(canonical)));
        return this;
    }

    public FactDigest report(ReportId report, long revision, String canonical) {
        lines.add("report %s r%s %s".formatted(report, revision, sha256(canonical)));
        return this;
    }

    public FactDigest events(DeviceId device, long boot, SequenceRanges received) {
        lines.add("events %s boot %s %s".formatted(device, boot, received));
        return this;
    }

    /** Of a boot that gave one number to different facts, of which {@link #events} names one. */
    public FactDigest reusedNumbers(DeviceId device, long boot, SequenceRanges reused) {
        lines.add("reused %s boot %s %s".formatted(device, boot, reused));
        return this;
    }

    /** 64 hexadecimal digits. */
    public String hex() {
        return sha256(String.join("\n", lines.stream().sorted().toList()) + "\n");
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of any bytes, as 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
