package io.dorsal.registry.store;

import io.dorsal.model.DeviceId;
import io.dorsal.model.device.Registration;
import io.dorsal.registry.core.RegisteredDevice;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A registered stimulator and the hash of its secret. */
@Entity
@Table(name = "device")
class DeviceRow {
    @Id
    String device;

    long version;
    String salt;

    @Column(name = "secret_hash")
    String secretHash;

    @Column(name = "registered_at")
    Instant registeredAt;

    @Column(name = "secret_changed_at")
    Instant secretChangedAt;

    void hold(Registration registration, Instant changedAt) {
        device = registration.device().value();
        version = registration.version();
        salt = registration.salt();
        secretHash = registration.secretHash();
        secretChangedAt = changedAt;
    }

    RegisteredDevice registered() {
        return new RegisteredDevice(new DeviceId(device), version, registeredAt, secretChangedAt);
    }
}
