package io.dorsal.model.wire;

import io.dorsal.model.DeviceId;
import io.dorsal.model.device.Registration;

/** Device registrations, the values of {@code dorsal.devices.v1}. */
public final class RegistrationCodec {
    private RegistrationCodec() {}

    public static Registration parseStored(byte[] value) {
        JsonFields f = JsonFields.of(Json.parse(value));
        return new Registration(
                f.id("device", DeviceId::new), f.counter("version"), f.text("salt", 64), f.text("secretHash", 64));
    }

    public static byte[] stored(Registration registration) {
        return Json.bytes(Json.object()
                .put("device", registration.device().value())
                .put("version", registration.version())
                .put("salt", registration.salt())
                .put("secretHash", registration.secretHash()));
    }
}
