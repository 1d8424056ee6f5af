package io.dorsal.model.decision;

import io.dorsal.model.DecisionId;
import io.dorsal.model.PayerId;
import io.dorsal.model.TrialId;
import io.dorsal.model.Word;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a payer answered to one request for prior authorization.
 *
 * @param expedited whether the answer was due within 72 hours instead of 7 days [CMS-0057-F]
 * @param denial always there when it was denied, never when it was approved
 */
public record PayerDecision(
        TrialId trial,
        DecisionId id,
        @Nullable DecisionId supersedes,
        PayerId payer,
        Request request,
        boolean expedited,
        Instant requestedAt,
        Result result,
        Instant decidedAt,
        @Nullable Denial denial,
        Instant recordedAt,
        @Nullable String recordedBy)
        implements Decision {

    @Override
    public DecisionKind kind() {
        return DecisionKind.PAYER;
    }

    /**
     * What was asked for. The code alone does not tell: 63650 is that of a trial and of a permanent lead.
     *
     * @param procedure CPT or HCPCS
     */
    public record Request(Stage stage, String procedure) {}

    /** Which of the two implants a request is about. */
    public enum Stage implements Word {
        TRIAL,
        PERMANENT;

        @Override
        public String word() {
            return name();
        }
    }

    /** The payer's answer, in its own word. */
    public enum Result implements Word {
        APPROVED,
        DENIED,
        PARTIAL;

        @Override
        public String word() {
            return name();
        }
    }

    /**
     * The specific reason that a payer must give [CMS-0057-F].
     *
     * @param code the payer's own; null where a letter gives none
     * @param text as the payer wrote it
     * @param disputes null when the reason maps to no criterion
     */
    public record Denial(
            @Nullable String code, String text, @Nullable Disputed disputes) {}

    /** A criterion of a policy that the payer holds not to be met. */
    public record Disputed(String policy, String criterion) {}
}
