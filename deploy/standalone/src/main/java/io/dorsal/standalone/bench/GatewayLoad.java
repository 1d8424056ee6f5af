package io.dorsal.standalone.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Publishes through the gateway from many connections on one event loop, each with a fixed number of payloads under way:
 * the next one goes when one is acknowledged.
 */
final class GatewayLoad implements AutoCloseable {
    private static final long LATENCY_NANOS_MAX = TimeUnit.MINUTES.toNanos(2);
    private static final int DRAIN_SECONDS_MAX = 60;

    private final EventLoop loop = new EventLoop();
    private final List<LoadConnection> connections = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final int window;

    // Only the one event loop touches these.
    private boolean sending;
    private long acknowledged;
    private Histogram latency = new Histogram(LATENCY_NANOS_MAX, 3);

    GatewayLoad(List<LoadDevice> devices, EventTemplate template, long firstNumber, int window) {
        this.window = window;
        for (LoadDevice device : devices) {
            connections.add(new LoadConnection(device, template, firstNumber, this::refill, failure::set));
        }
    }

    void open(int port) throws InterruptedException, IOException {
        loop.open(connections, port);
    }

    /** Sends for {@code warmUpSeconds} unmeasured and then measures for {@code seconds}. */
    Round run(int warmUpSeconds, int seconds, @Nullable ProcessCpu gateway) throws IOException, InterruptedException {
        loop.run(() -> {
            sending = true;
            connections.forEach(connection -> connection.publish(window - connection.inFlight(), System.nanoTime()));
        });
        TimeUnit.SECONDS.sleep(warmUpSeconds);
        loop.run(this::forget);
        double cpuBefore = cpu(gateway);
        long begun = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        Round round = take(begun, cpuBefore, gateway);
        requireNoFailure();
        return round;
    }

    /** Stops sending and waits until everything is acknowledged. */
    void drain() throws InterruptedException, IOException {
        loop.run(() -> sending = false);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS_MAX);
        AtomicReference<Integer> inFlight = new AtomicReference<>(1);
        while (inFlight.get() > 0 && System.nanoTime() < deadline) {
            loop.run(() -> inFlight.set(
                    connections.stream().mapToInt(LoadConnection::inFlight).sum()));
            TimeUnit.MILLISECONDS.sleep(20);
        }
        requireNoFailure();
    }

    /** The number with which a further load may begin. */
    long nextNumber() {
        return connections.stream().mapToLong(LoadConnection::next).max().orElse(EventTemplate.FIRST_NUMBER);
    }

    private Round take(long begun, double cpuBefore, @Nullable ProcessCpu gateway)
            throws IOException, InterruptedException {
        AtomicReference<@Nullable Round> round = new AtomicReference<>();
        double cpuUsed = cpu(gateway) - cpuBefore;
        loop.run(() -> round.set(new Round(acknowledged, (System.nanoTime() - begun) / 1e9, cpuUsed, latency.copy())));
        Round taken = round.get();
        if (taken == null) {
            throw new IllegalStateException("The event loop does not answer.");
        }
        return taken;
    }

    private void refill(LoadConnection connection, long sinceNanos, int events) {
        long now = System.nanoTime();
        acknowledged += events;
        latency.recordValue(Math.min(LATENCY_NANOS_MAX, now - sinceNanos));
        // Refilling in parcels saves system calls here, not at the gateway.
        if (sending && connection.inFlight() <= window - Math.max(1, window / 4)) {
            connection.publish(window - connection.inFlight(), now);
        }
    }

    private void forget() {
        acknowledged = 0;
        latency = new Histogram(LATENCY_NANOS_MAX, 3);
    }

    private static double cpu(@Nullable ProcessCpu gateway) throws IOException {
        return gateway == null ? Double.NaN : gateway.seconds();
    }

    private void requireNoFailure() throws IOException {
        Throwable lost = failure.get();
        if (lost != null) {
            throw new IOException("The load ended early: " + lost.getMessage(), lost);
        }
    }

    @Override
    public void close() throws InterruptedException {
        loop.run(() -> connections.forEach(LoadConnection::close));
        loop.close();
    }
}
