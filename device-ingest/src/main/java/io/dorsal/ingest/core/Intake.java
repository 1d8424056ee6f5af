package io.dorsal.ingest.core;

import io.dorsal.ingest.core.IngestDecision.Accept;
import io.dorsal.ingest.core.IngestDecision.Quarantine;
import io.dorsal.ingest.core.IngestDecision.Refuse;
import io.dorsal.model.DeviceId;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.model.wire.DevicePayload;
import io.dorsal.model.wire.DevicePayload.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decides what becomes of a payload, off nothing but its bytes, the session's identity and the time it came. */
public final class Intake {
    private Intake() {}

    public static IngestDecision decide(DeviceId device, Instant receivedAt, byte[] payload) {
        List<Slice> slices;
        try {
            slices = DevicePayload.slices(payload);
        } catch (Malformed why) {
            return why.reason() == Reason.PAYLOAD_TOO_LARGE
                    ? new Refuse(why)
                    : new Quarantine(Outgoing.refused(device, receivedAt, 0, payload, why), why);
        }
        List<Outgoing> records = new ArrayList<>(slices.size());
        for (Slice slice : slices) {
            records.add(record(device, receivedAt, payload, slice));
        }
        return new Accept(records);
    }

    private static Outgoing record(DeviceId device, Instant receivedAt, byte[] payload, Slice slice) {
        int offset = slice.offset();
        int length = slice.length();
        try {
            var event = DeviceEventCodec.parse(device, receivedAt, payload, offset, length);
            return Outgoing.event(event, DeviceEventCodec.stored(event, payload, offset, length));
        } catch (Malformed why) {
            byte[] asReceived = Arrays.copyOfRange(payload, offset, offset + length);
            return Outgoing.refused(device, receivedAt, offset, asReceived, why);
        }
    }
}
