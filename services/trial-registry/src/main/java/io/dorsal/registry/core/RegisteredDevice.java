package io.dorsal.registry.core;

import io.dorsal.model.DeviceId;
import java.time.Instant;

/**
 * What may be said about a registered stimulator.
 *
 * @param version counts its secrets
 */
public record RegisteredDevice(DeviceId device, long version, Instant registeredAt, Instant secretChangedAt) {}
