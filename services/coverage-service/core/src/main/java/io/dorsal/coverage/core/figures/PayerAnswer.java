package io.dorsal.coverage.core.figures;

import io.dorsal.model.DecisionId;
import io.dorsal.model.LocalDays;
import io.dorsal.model.decision.PayerDecision;
import io.dorsal.model.decision.PayerDecision.Denial;
import io.dorsal.model.decision.PayerDecision.Disputed;
import io.dorsal.model.decision.PayerDecision.Result;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A payer's answer, as figures count it.
 *
 * @param reason the payer's code of a denial, or that it gave none; null unless denied
 * @param disputed policy and criterion, or that it named none; null unless denied
 * @param inTime within 72 hours when expedited, else by the end of the seventh calendar day [CMS-0057-F]
 */
public record PayerAnswer(
        DecisionId id,
        Result result,
        @Nullable String reason,
        @Nullable String disputed,
        boolean expedited,
        boolean inTime) {
    static final String NO_CODE = "(no code)";
    static final String NONE_NAMED = "(none named)";
    /** 72 hours. */
    private static final Duration EXPEDITED_MAX = Duration.ofDays(3);

    private static final int STANDARD_DAYS_MAX = 7;

    /** @param days of the trial, since a calendar day is one where the request was made */
    static PayerAnswer of(PayerDecision decision, LocalDays days) {
        Denial denial = decision.result() == Result.DENIED ? decision.denial() : null;
        return new PayerAnswer(
                decision.id(),
                decision.result(),
                denial == null ? null : denial.code() == null ? NO_CODE : denial.code(),
                denial == null ? null : disputed(denial.disputes()),
                decision.expedited(),
                isInTime(decision, days));
    }

    private static String disputed(@Nullable Disputed disputes) {
        return disputes == null ? NONE_NAMED : disputes.policy() + " " + disputes.criterion();
    }

    private static boolean isInTime(PayerDecision decision, LocalDays days) {
        if (decision.expedited()) {
            return !decision.decidedAt().isAfter(decision.requestedAt().plus(EXPEDITED_MAX));
        }
        return !days.dateOf(decision.decidedAt())
                .isAfter(days.dateOf(decision.requestedAt()).plusDays(STANDARD_DAYS_MAX));
    }
}
