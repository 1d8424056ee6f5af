package io.dorsal.standalone.bench;

import io.dorsal.model.DeviceId;

/** A device of the load generator, with the secret that it shows. */
record LoadDevice(DeviceId device, String secret) {}
