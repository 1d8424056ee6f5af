package io.dorsal.standalone.supervisor;

import java.time.Duration;

/** How long to wait before a part is started again: doubling up to a bound, from anew after a quiet minute. */
final class Backoff {
    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration MAX = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** The pause after a run that lasted so long. */
    Duration after(Duration lifetime) {
        if (lifetime.compareTo(QUIET) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(MAX) > 0 ? MAX : doubled;
        return pause;
    }
}
