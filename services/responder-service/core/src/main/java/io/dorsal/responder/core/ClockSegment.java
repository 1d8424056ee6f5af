package io.dorsal.responder.core;

import java.time.Instant;

/**
 * What a boot's clock ran through without being set: from one setting to the next.
 *
 * @param setBy sequence number of the event that told of the setting; −1 for the first segment
 * @param fromSeq the first event that was dated by it
 * @param from device time; {@link Instant#MIN} for the first segment
 * @param to device time, not included; {@link Instant#MAX} for the last segment
 * @param sampled false when no event was dated by it, so that there is nothing to say of it
 */
record ClockSegment(long setBy, long fromSeq, Instant from, Instant to, DeviceClock clock, boolean sampled) {
    boolean isEmpty() {
        return !from.isBefore(to);
    }
}
