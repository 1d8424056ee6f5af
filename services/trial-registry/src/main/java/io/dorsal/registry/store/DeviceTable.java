package io.dorsal.registry.store;

import io.dorsal.model.DeviceId;
import io.dorsal.model.device.Registration;
import io.dorsal.registry.core.Credential;
import io.dorsal.registry.core.Devices;
import io.dorsal.registry.core.Message;
import io.dorsal.registry.core.Page;
import io.dorsal.registry.core.RegisteredDevice;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Devices in PostgreSQL. */
@ApplicationScoped
class DeviceTable implements Devices, PanacheRepositoryBase<DeviceRow, String> {
    private final Locks locks;
    private final OutboxTable outbox;

    DeviceTable(Locks locks, OutboxTable outbox) {
        this.locks = locks;
        this.outbox = outbox;
    }

    @Override
    @Transactional
    public boolean register(DeviceId device, Credential credential, Instant recordedAt) {
        locks.devices(List.of(device));
        if (findById(device.value()) != null) {
            return false;
        }
        DeviceRow row = new DeviceRow();
        row.registeredAt = recordedAt;
        change(row, Registration.of(device, 1, credential.salt(), credential.secret()), recordedAt);
        persist(row);
        return true;
    }

    @Override
    @Transactional
    public boolean rotate(DeviceId device, Credential credential, Instant recordedAt) {
        locks.devices(List.of(device));
        DeviceRow row = findById(device.value());
        if (row == null) {
            return false;
        }
        change(row, Registration.of(device, row.version + 1, credential.salt(), credential.secret()), recordedAt);
        return true;
    }

    @Override
    @Transactional
    public Optional<RegisteredDevice> find(DeviceId device) {
        return findByIdOptional(device.value()).map(DeviceRow::registered);
    }

    @Override
    @Transactional
    public Page<RegisteredDevice> list(@Nullable DeviceId after, int limit) {
        List<DeviceRow> rows = find("device > ?1 order by device", after == null ? "" : after.value())
                .range(0, limit)
                .list();
        return Page.of(rows.stream().map(DeviceRow::registered).toList(), limit);
    }

    private void change(DeviceRow row, Registration registration, Instant recordedAt) {
        row.hold(registration, recordedAt);
        outbox.add(List.of(Message.of(registration, recordedAt)));
    }
}
