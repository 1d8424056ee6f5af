package io.dorsal.ingest.mqtt;

import io.dorsal.ingest.core.Directory;
import io.dorsal.model.DeviceId;
import io.dorsal.model.device.Registration;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Registered devices in a map; whoever waits, waits for the next registration. */
final class FakeDirectory implements Directory {
    private final Map<String, Registration> devices = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Runnable> waits = new CopyOnWriteArrayList<>();
    volatile boolean complete = true;
    volatile boolean patient;

    void register(String device, String secret) {
        devices.put(device, Registration.of(new DeviceId(device), 1, "00", secret));
        waits.forEach(Runnable::run);
        waits.clear();
    }

    int waiting() {
        return waits.size();
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public Registration find(String device) {
        return devices.get(device);
    }

    @Override
    public void awaitNews(String device, Duration timeout, Runnable then) {
        if (patient) {
            waits.add(then);
        } else {
            then.run();
        }
    }
}
