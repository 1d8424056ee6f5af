package io.dorsal.responder.core;

import io.dorsal.model.event.DeviceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * Device time and receive time of one event. A boot keeps one per minute of <em>device</em> time: the event with the
 * highest sequence number, at its first receipt. The minute is the device's, and not the gateway's, so that receiving
 * an event again, which the gateway stamps anew, changes nothing.
 */
public record ClockSample(long seq, Instant at, Instant receivedAt) {
    private static final int SECONDS_PER_MINUTE = 60;

    /** Of one minute the greatest stays. */
    static final Comparator<ClockSample> KEPT_IS_GREATEST = Comparator.comparingLong(ClockSample::seq)
            .thenComparing(ClockSample::receivedAt, Comparator.reverseOrder())
            .thenComparing(ClockSample::at);

    static ClockSample of(DeviceEvent event) {
        return new ClockSample(event.seq(), event.at(), event.receivedAt());
    }

    /** Receive minus device time: how long it took, and how far the clocks are apart. */
    Duration lag() {
        return Duration.between(at, receivedAt);
    }

    /** The key of the join: whole minutes of device time since 1970. */
    public long minute() {
        return Math.floorDiv(at.getEpochSecond(), SECONDS_PER_MINUTE);
    }
}
