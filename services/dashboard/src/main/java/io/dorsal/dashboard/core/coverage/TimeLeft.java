package io.dorsal.dashboard.core.coverage;

import io.dorsal.dashboard.core.Durations;
import io.dorsal.dashboard.core.Times;
import io.dorsal.model.outcome.CollectionLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How long something can still be collected.
 *
 * @param until null unless the limit is UNTIL
 */
public record TimeLeft(CollectionLimit limit, @Nullable Instant until, Instant now) {
    /** What ends within this is for today. */
    public static final Duration SOON = Duration.ofHours(24);

    public boolean isSoon() {
        return until != null && !until.isAfter(now.plus(SOON));
    }

    /** Such as {@code 12 h left}; empty where the time is not known. */
    public String inWords() {
        if (until == null) {
            return "";
        }
        Duration left = Duration.between(now, until);
        return left.isNegative() || left.isZero() ? "passed" : Durations.stretch(left) + " left";
    }

    /** Such as {@code Until 9 Mar 2026, 10:00 EDT}. */
    public String until(ZoneId zone) {
        return until == null
                ? CoverageWords.limit(limit)
                : CoverageWords.limit(limit) + " " + Times.deadline(until, zone);
    }
}
