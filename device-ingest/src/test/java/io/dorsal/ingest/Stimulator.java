package io.dorsal.ingest;

import io.dorsal.ingest.RawDevice.Packet;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A device that keeps its events until they are confirmed, and after a lost connection sends the rest again in order. */
final class Stimulator implements Runnable {
    private static final int WINDOW = 50;

    private final int port;
    private final String id;
    private final int eventsMax;
    private final AtomicInteger confirmed = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile int goal;

    /** Sends at most {@code eventsMax} events, and only as far as {@link #sendUpTo} allows. */
    Stimulator(int port, String id, int eventsMax) {
        this.port = port;
        this.id = id;
        this.eventsMax = eventsMax;
    }

    void sendUpTo(int events) {
        goal = Math.min(events, eventsMax);
    }

    int confirmed() {
        return confirmed.get();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void run() {
        while (confirmed.get() < eventsMax) {
            try (RawDevice device = new RawDevice(port, 4)) {
                device.connect(id, KafkaTopics.SECRET);
                connections.incrementAndGet();
                serve(device);
            } catch (IOException | AssertionError e) {
                // Closed, or refused for now: once more.
            }
        }
    }

    private void serve(RawDevice device) throws IOException {
        int sent = confirmed.get();
        while (confirmed.get() < eventsMax) {
            while (sent < goal && sent < confirmed.get() + WINDOW) {
                sent++;
                device.publish(1, packetId(sent), Events.battery(sent));
            }
            if (sent == confirmed.get()) {
                LockSupport.parkNanos(1_000_000);
                continue;
            }
            Packet answer = device.read();
            if (answer.type() != RawDevice.PUBACK || answer.packetId() != packetId(confirmed.get() + 1)) {
                return;
            }
            confirmed.incrementAndGet();
        }
    }

    private static int packetId(int seq) {
        return seq % 65_535 + 1;
    }
}
