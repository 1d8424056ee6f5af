package io.dorsal.standalone.simulate.core;

import java.time.Duration;
import java.time.Instant;

/**
 * How simulated time follows real time: from {@code from} on, {@code speed} times as fast, until it has caught up with
 * the present, which it never overtakes.
 *
 * @param from the simulated instant that belongs to the real instant {@code startedAt}
 */
public record TimeLapse(Instant from, Instant startedAt, double speed) {
    public TimeLapse {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("The speed must be positive, got %s.".formatted(speed));
        }
    }

    public Instant simulated(Instant now) {
        double elapsedMillis = Duration.between(startedAt, now).toMillis() * speed;
        Instant ahead = from.plusMillis((long) elapsedMillis);
        return ahead.isBefore(now) ? ahead : now;
    }

    /** How long, seen from {@code now}, until the simulated instant is reached; zero when it was. */
    public Duration until(Instant simulated, Instant now) {
        if (!simulated.isAfter(simulated(now))) {
            return Duration.ZERO;
        }
        long millis = (long) Math.ceil(Duration.between(from, simulated).toMillis() / speed);
        Duration byLapse = Duration.between(now, startedAt.plusMillis(millis));
        Duration byPresent = Duration.between(now, simulated);
        Duration longer = byLapse.compareTo(byPresent) > 0 ? byLapse : byPresent;
        return longer.isNegative() ? Duration.ZERO : longer;
    }
}
