package io.dorsal.dashboard.core.packet;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.Answer.Found;
import io.dorsal.dashboard.core.Answer.Unavailable;
import io.dorsal.dashboard.core.Answer.Unknown;
import io.dorsal.dashboard.core.packet.Packets.Proof;
import java.util.List;
import java.util.Objects;

/**
 * What the verifier said of a packet.
 *
 * @param verdict such as {@code Verified}
 * @param difference empty when it is verified, or nothing could be told
 * @param notice why nothing can be told; empty otherwise
 * @param key empty unless it is verified
 */
public record ProofPart(
        String verdict,
        boolean verified,
        String difference,
        String notice,
        String key,
        List<String> computedAgain,
        List<String> asSigned) {

    public static ProofPart of(Answer<Proof> answer) {
        return switch (answer) {
            case Found<Proof> found -> of(found.value());
            case Unknown<Proof> unknown -> untold("coverage-service does not know of this packet");
            case Unavailable<Proof> unavailable -> untold(unavailable.because());
        };
    }

    private static ProofPart of(Proof proof) {
        String difference = proof.difference();
        return new ProofPart(
                difference == null ? "Verified" : "Not verified",
                difference == null,
                Objects.requireNonNullElse(difference, ""),
                "",
                Objects.requireNonNullElse(proof.key(), ""),
                proof.computedAgain(),
                proof.asSigned());
    }

    private static ProofPart untold(String because) {
        return new ProofPart(
                "Not known",
                false,
                "",
                "Whether it is verified could not be told: %s. This says nothing about the packet. Try again shortly."
                        .formatted(because),
                "",
                List.of(),
                List.of());
    }
}
