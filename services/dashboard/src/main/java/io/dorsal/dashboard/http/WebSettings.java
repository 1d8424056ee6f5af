package io.dorsal.dashboard.http;

import java.time.Duration;

/** What pages and streams need to know; the defaults are in the module's settings. */
public record WebSettings(int rowsPerPage, int streamsMax, int streamBufferMax, Duration heartbeat) {}
