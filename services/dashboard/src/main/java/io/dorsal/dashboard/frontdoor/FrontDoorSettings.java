package io.dorsal.dashboard.frontdoor;

import java.net.URI;
import java.time.Duration;

/**
 * What asking through the front door needs to know; the defaults are in the module's settings.
 *
 * @param workTimeout for what is not only looked up, such as issuing a packet
 */
public record FrontDoorSettings(URI address, Duration timeout, Duration workTimeout, int outcomeBytesMax) {}
