package io.dorsal.standalone.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * Publishes at a fixed rate, whatever the gateway does: an open loop. Acknowledgement is measured from the instant at
 * which the event was due, so that waiting is not left out (coordinated omission).
 */
final class ScheduledLoad {
    private static final Duration TICK = Duration.ofMillis(5);
    private static final long LATENCY_NANOS_MAX = TimeUnit.MINUTES.toNanos(5);

    private final EventLoop loop;
    private final List<LoadConnection> connections;
    private final int perSecond;
    private final Histogram latency = new Histogram(LATENCY_NANOS_MAX, 3);

    // Only the event loop touches these.
    private long begun;
    private long sent;
    private long acknowledged;
    private long countedFrom;
    private boolean sending;

    ScheduledLoad(
            EventLoop loop, List<LoadDevice> devices, EventTemplate template, int perSecond, Consumer<Throwable> lost) {
        this.loop = loop;
        this.perSecond = perSecond;
        this.connections = devices.stream()
                .map(device -> new LoadConnection(
                        device,
                        template,
                        EventTemplate.FIRST_NUMBER,
                        (connection, since, events) -> acknowledged(since, events),
                        lost))
                .toList();
    }

    List<LoadConnection> connections() {
        return connections;
    }

    void start() throws InterruptedException {
        loop.run(() -> {
            sending = true;
            begun = System.nanoTime();
            loop.every(TICK, this::sendWhatIsDue);
        });
    }

    /** What was measured so far does not count; it was warming up. */
    void forget() throws InterruptedException {
        loop.run(() -> {
            latency.reset();
            countedFrom = sent;
            acknowledged = 0;
        });
    }

    void stop() throws InterruptedException {
        loop.run(() -> sending = false);
    }

    private void sendWhatIsDue() {
        long now = System.nanoTime();
        while (sending && dueAt(sent) <= now) {
            connections.get((int) (sent % connections.size())).publish(1, dueAt(sent));
            sent++;
        }
    }

    private long dueAt(long number) {
        return begun + number * TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    private void acknowledged(long since, int events) {
        acknowledged += events;
        latency.recordValue(Math.min(LATENCY_NANOS_MAX, System.nanoTime() - since));
    }

    long sent() {
        return sent - countedFrom;
    }

    long acknowledged() {
        return acknowledged;
    }

    Histogram latencyNanos() {
        return latency;
    }
}
