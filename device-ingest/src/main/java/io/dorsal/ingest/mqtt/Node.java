package io.dorsal.ingest.mqtt;

import io.dorsal.ingest.core.Bounds;
import io.dorsal.ingest.core.Directory;
import io.dorsal.ingest.core.Journal;
import io.dorsal.ingest.core.Tally;
import java.time.Duration;
import java.time.InstantSource;

/** What all connections of this gateway share. */
public record Node(
        Journal journal,
        Directory directory,
        Tally tally,
        NodeLoad load,
        Sessions sessions,
        Limits limits,
        InstantSource clock) {

    /**
     * @param registrationWait how long an unknown device, or one with a wrong secret, waits for its registration
     */
    public record Limits(
            Bounds perConnection, int connectionsMax, Duration connectTimeout, Duration registrationWait) {}
}
