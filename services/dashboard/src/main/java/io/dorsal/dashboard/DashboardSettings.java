package io.dorsal.dashboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What can be set about the dashboard; each default is pinned by a test. */
@ConfigMapping(prefix = "dorsal.dashboard")
public interface DashboardSettings {
    /** Kafka; follows {@code kafka.bootstrap.servers}. */
    String bootstrapServers();

    /** Where the other services' paths are; follows {@code dorsal.front-door}. */
    URI frontDoor();

    /** How long a page waits for an outcome as of now before it falls back on the latest published one. */
    @WithDefault("PT1.5S")
    Duration frontDoorTimeout();

    /** How long a page waits for a packet to be issued, verified or compared. */
    @WithDefault("PT30S")
    Duration packetTimeout();

    /** An answer longer than this is refused. */
    @WithDefault("8388608")
    int outcomeBytesMax();

    /** Trials kept in memory; past it those that ended first are let go. */
    @WithDefault("20000")
    int trialsMax();

    /** Published outcomes kept whole for the fallback; past it the longest untouched are let go. */
    @WithDefault("33554432")
    long keptOutcomeBytesMax();

    /** Rows on one page of the list. */
    @WithDefault("25")
    int rowsPerPage();

    /** Without word from Kafka for this long, pages say that they are stale. */
    @WithDefault("PT20S")
    Duration staleAfter();

    /** Open event streams; one more is refused with 503. */
    @WithDefault("500")
    int streamsMax();

    /** Events kept for a client that reads slowly; one more closes its stream, and it comes back. */
    @WithDefault("256")
    int streamBufferMax();

    /** How often a quiet stream says that it is alive. */
    @WithDefault("PT15S")
    Duration heartbeat();
}
