package io.dorsal.registry.core;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead's placement and removal are facts and no plans: a removal that has not come would end the trial, and fix its
 * outcome, before it happened. A day is left for clocks and time zones that are off.
 */
public final class LeadTimes {
    private static final Duration AHEAD_MAX = Duration.ofHours(24);

    private LeadTimes() {}

    /** @throws Malformed when either lies more than a day after {@code now} */
    public static void check(Trial trial, Instant now) {
        check("leadPlacedAt", trial.leadPlacedAt(), "send it when the lead is placed", now);
        check(
                "leadRemovedAt",
                trial.leadRemovedAt(),
                "send it when the lead is out, and a planned removal as plannedRemovalAt",
                now);
    }

    private static void check(String field, @Nullable Instant at, String instead, Instant now) {
        if (at != null && at.isAfter(now.plus(AHEAD_MAX))) {
            throw new Malformed(
                    Reason.OUT_OF_BOUNDS,
                    field,
                    "a time that has come, at most %d hours from now; %s".formatted(AHEAD_MAX.toHours(), instead));
        }
    }
}
