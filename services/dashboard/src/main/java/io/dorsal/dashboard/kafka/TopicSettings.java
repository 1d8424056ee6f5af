package io.dorsal.dashboard.kafka;

import java.time.Duration;

/** What reading the topics needs to know; the defaults are in the module's settings. */
public record TopicSettings(String bootstrapServers, int trialsMax, long keptOutcomeBytesMax, Duration staleAfter) {}
