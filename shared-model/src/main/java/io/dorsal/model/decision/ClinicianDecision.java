package io.dorsal.model.decision;

import io.dorsal.model.DecisionId;
import io.dorsal.model.TrialId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an authorised person decided, signed, and what stood on the screen at that moment.
 *
 * @param decidedAt when it was signed
 * @param shown as the signer's screen stated it; whether it was so is for the verifier of the packet to recompute
 */
public record ClinicianDecision(
        TrialId trial,
        DecisionId id,
        @Nullable DecisionId supersedes,
        Choice choice,
        String reason,
        Signature signature,
        Instant decidedAt,
        OnScreen shown,
        Instant recordedAt,
        @Nullable String recordedBy)
        implements Decision {

    @Override
    public DecisionKind kind() {
        return DecisionKind.CLINICIAN;
    }

    /**
     * With {@code decidedAt} what a signed record must show [21 CFR 11.50].
     *
     * @param person id of the signer
     * @param printedName of the signer
     * @param meaning of the signature, such as responsibility or authorship
     */
    public record Signature(String person, String printedName, String meaning) {}

    /**
     * The determination and the facts that the signer saw.
     *
     * @param policy null where the trial names none, so that no determination was shown
     * @param version of the policy; null also when none was in force on the date of service
     * @param asOf of the outcomes shown
     * @param determinationDigest SHA-256, hex, of the determination as its topic holds it; null without a policy
     * @param factDigest of the responder outcome that was shown
     * @param statedDigest of the same outcome
     */
    public record OnScreen(
            @Nullable String policy,
            @Nullable String version,
            Instant asOf,
            @Nullable String determinationDigest,
            String factDigest,
            String statedDigest) {}
}
