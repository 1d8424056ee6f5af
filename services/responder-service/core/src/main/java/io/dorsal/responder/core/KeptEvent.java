package io.dorsal.responder.core;

import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.event.Happening;
import io.dorsal.model.wire.HappeningWriter;
import java.time.Instant;
import java.util.Comparator;

/** An event that is kept by itself, because its place in the sequence or its content matters later. */
public record KeptEvent(long seq, Instant at, Instant receivedAt, Happening what) {
    /**
     * Which of two events with one sequence number stays: the one received first. The rest of the order only matters
     * for a device that gave one number to two events; it makes the choice independent of the order of arrival.
     */
    public static final Comparator<KeptEvent> FIRST_RECEIVED = Comparator.comparing(KeptEvent::receivedAt)
            .thenComparing(KeptEvent::at)
            .thenComparing(KeptEvent::fact);

    /** Usage is kept as a union of time; battery and ECAP enter no figure, so that being received is all we keep. */
    public static boolean isKept(Happening what) {
        return !(what instanceof Happening.UsageRecorded
                || what instanceof Happening.BatteryMeasured
                || what instanceof Happening.EcapSummarised);
    }

    /** What was sent, without its receipt, in one spelling: a resend has the same, another fact has not. */
    public String fact() {
        return HappeningWriter.canonical(at, what);
    }

    ClockSample clockSample() {
        return new ClockSample(seq, at, receivedAt);
    }

    public static KeptEvent of(DeviceEvent event) {
        return new KeptEvent(event.seq(), event.at(), event.receivedAt(), event.what());
    }
}
