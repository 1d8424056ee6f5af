package io.dorsal.ingest.kafka;

import io.dorsal.ingest.core.Directory;
import io.dorsal.model.device.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The registered devices in memory, and the connections that wait for one that may be on its way. */
public final class KnownDevices implements Directory, AutoCloseable {
    private final int waitsMax;
    private final Map<String, Registration> devices = new ConcurrentHashMap<>();
    private final Map<String, List<Wait>> waits = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("registration-waits").daemon().unstarted(work));
    private volatile boolean complete;

    public KnownDevices(int waitsMax) {
        this.waitsMax = waitsMax;
    }

    /** One connection's patience; it ends once, by news or by time. */
    private final class Wait {
        private final String device;
        private final Runnable then;
        private final AtomicBoolean over = new AtomicBoolean();

        Wait(String device, Runnable then) {
            this.device = device;
            this.then = then;
        }

        void end() {
            if (over.compareAndSet(false, true)) {
                waiting.decrementAndGet();
                waits.computeIfPresent(device, (key, list) -> {
                    list.remove(this);
                    return list.isEmpty() ? null : list;
                });
                then.run();
            }
        }
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public @Nullable Registration find(String device) {
        return devices.get(device);
    }

    @Override
    public void awaitNews(String device, Duration timeout, Runnable then) {
        if (waiting.incrementAndGet() > waitsMax) {
            waiting.decrementAndGet();
            then.run();
            return;
        }
        Wait wait = new Wait(device, then);
        waits.computeIfAbsent(device, key -> new CopyOnWriteArrayList<>()).add(wait);
        var unused = timer.schedule(wait::end, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    void put(Registration registration) {
        String device = registration.device().value();
        devices.put(device, registration);
        List<Wait> waitingForIt = waits.get(device);
        if (waitingForIt != null) {
            waitingForIt.forEach(Wait::end);
        }
    }

    void remove(String device) {
        devices.remove(device);
    }

    void complete() {
        complete = true;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
