package io.dorsal.registry.core;

import io.dorsal.model.DeviceId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registered stimulators. */
public interface Devices {
    /** True when the device is new and has this credential now; false when it was registered before. */
    boolean register(DeviceId device, Credential credential, Instant recordedAt);

    /** Gives the device another secret; the old one ends. False when there is no such device. */
    boolean rotate(DeviceId device, Credential credential, Instant recordedAt);

    Optional<RegisteredDevice> find(DeviceId device);

    /** Ordered by id, from the one after {@code after} on. */
    Page<RegisteredDevice> list(@Nullable DeviceId after, int limit);
}
