package io.dorsal.model.event;

import io.dorsal.model.CloudEvent;
import io.dorsal.model.DeviceId;
import java.time.Instant;

/**
 * One fact from a stimulator, identified by (device, boot, seq). Receiving it again changes nothing.
 *
 * @param boot grows by one per restart
 * @param seq grows by one per event within the boot
 * @param at the device's own clock
 * @param receivedAt the gateway's clock
 */
public record DeviceEvent(DeviceId device, long boot, long seq, Instant at, Instant receivedAt, Happening what) {
    public CloudEvent cloudEvent() {
        return new CloudEvent(
                device + "/" + boot + "/" + seq,
                "io.dorsal." + what.type() + ".v1",
                "/dorsal/v1/devices/" + device,
                at,
                device.value());
    }
}
