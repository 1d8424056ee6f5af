package io.dorsal.ingest.core;

import io.dorsal.model.CloudEvent;
import io.dorsal.model.DeviceId;
import io.dorsal.model.FactDigest;
import io.dorsal.model.Malformed;
import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.model.event.DeviceEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way to Kafka: an accepted event, or refused bytes with the reason.
 *
 * @param value never changed after construction
 * @param refusal null for an accepted event
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; copied by nobody, since this is the hot path.
public record Outgoing(
        Topic topic,
        DeviceId device,
        byte[] value,
        CloudEvent cloudEvent,
        @Nullable Malformed refusal) {
    /** Headers, key, and the objects around them: an estimate from above, since it bounds memory. */
    static final int OVERHEAD_BYTES = 1_024;

    private static final int ID_DIGITS = 16;

    static Outgoing event(DeviceEvent event, byte[] value) {
        return new Outgoing(Topics.DEVICE_EVENTS, event.device(), value, event.cloudEvent(), null);
    }

    /** The id names device, moment, place in the payload and content: the same for the same input, else another. */
    static Outgoing refused(DeviceId device, Instant receivedAt, int offset, byte[] value, Malformed why) {
        CloudEvent cloudEvent = new CloudEvent(
                device + "/" + receivedAt + "/" + offset + "/"
                        + FactDigest.sha256(value).substring(0, ID_DIGITS),
                "io.dorsal.payload.quarantined.v1",
                "/dorsal/v1/devices/" + device,
                receivedAt,
                device.value());
        return new Outgoing(Topics.QUARANTINE, device, value, cloudEvent, why);
    }

    /** What this record keeps in memory until Kafka has it. */
    public long costBytes() {
        return (long) value.length + OVERHEAD_BYTES;
    }
}
