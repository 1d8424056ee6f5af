package io.dorsal.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** The one place where this service reads the clock; tests put another in its stead. */
final class SystemClock {
    private SystemClock() {}

    @Produces
    @ApplicationScoped
    static InstantSource clock() {
        return InstantSource.system();
    }
}
