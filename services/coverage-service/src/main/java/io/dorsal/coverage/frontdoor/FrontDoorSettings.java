package io.dorsal.coverage.frontdoor;

import java.net.URI;
import java.time.Duration;

/** What asking through the front door needs to know. */
public record FrontDoorSettings(URI address, Duration timeout, int outcomeBytesMax, int factsBytesMax) {}
