package io.dorsal.standalone.simulate.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a stimulator believes the time to be.
 *
 * @param set the true instant at which the clock was {@code offsetMillis} ahead
 * @param driftPpm millionths by which it runs too fast
 */
public record DeviceClock(Instant set, long offsetMillis, double driftPpm) {

    /** A clock that woke up without memory, in 1970. */
    static DeviceClock forgotten(Instant now, double driftPpm) {
        return new DeviceClock(now, -now.toEpochMilli() + 1_000, driftPpm);
    }

    Instant at(Instant trueTime) {
        long elapsedMillis = ChronoUnit.MILLIS.between(set, trueTime);
        long drift = Math.round(elapsedMillis * driftPpm / 1e6);
        return trueTime.plusMillis(offsetMillis + drift).truncatedTo(ChronoUnit.MILLIS);
    }

    DeviceClock adjusted(Instant now) {
        return new DeviceClock(now, 0, driftPpm);
    }
}
