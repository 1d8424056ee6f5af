package io.dorsal.dashboard.core;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Bounds;
import io.dorsal.model.outcome.ResponderOutcome.Missing;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the list shows of a published outcome: small, since all trials are kept in memory. */
public record ListedOutcome(
        Instant asOf,
        Status status,
        @Nullable StatusReason reason,
        @Nullable Rational relief,
        @Nullable Bounds bounds,
        @Nullable Boolean settled,
        @Nullable Boolean fragile,
        int baselineAnswered,
        int baselineDays,
        int trialAnswered,
        int trialDays,
        List<Missing> missing) {

    public static ListedOutcome of(ResponderOutcome outcome) {
        return new ListedOutcome(
                outcome.asOf(),
                outcome.status(),
                outcome.reason(),
                outcome.relief(),
                outcome.bounds(),
                outcome.settled(),
                outcome.fragile(),
                outcome.baseline().answeredDays(),
                outcome.baseline().days(),
                outcome.trial().answeredDays(),
                outcome.trial().days(),
                outcome.missing());
    }
}
