package io.dorsal.ingest.mqtt;

import io.netty.channel.EventLoop;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Brings settled parcels from Kafka's thread to the connection's event loop, many at a time: one wake-up and one write
 * to the socket for all that were confirmed together.
 */
final class SettledParcels {
    private final Queue<Parcel> parcels = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    /** Failures that the event loop has not heard of yet, or is just telling the parcels behind them. */
    private final AtomicInteger failures = new AtomicInteger();

    private final EventLoop eventLoop;
    private final Runnable whenSome;
    /** Of this run; touched by the event loop only. */
    private int failuresTaken;

    /** {@code whenSome} runs on the event loop and takes all that {@link #poll} gives. */
    SettledParcels(EventLoop eventLoop, Runnable whenSome) {
        this.eventLoop = eventLoop;
        this.whenSome = whenSome;
    }

    void post(Parcel parcel) {
        if (parcel.hasFailed()) {
            // At once, on the journal's thread: what stands behind it there must not overtake it.
            failures.incrementAndGet();
        }
        parcels.add(parcel);
        if (scheduled.compareAndSet(false, true)) {
            eventLoop.execute(this::run);
        }
    }

    private void run() {
        // Before taking: what is posted from now on schedules its own run.
        scheduled.set(false);
        failuresTaken = 0;
        try {
            whenSome.run();
        } finally {
            // All that was in flight behind these failures is marked by now; what comes from here on is welcome.
            failures.addAndGet(-failuresTaken);
        }
    }

    /** True from a failure until everything behind it is marked as failed. */
    boolean isFailing() {
        return failures.get() > 0;
    }

    @Nullable
    Parcel poll() {
        Parcel parcel = parcels.poll();
        if (parcel != null && parcel.hasFailed()) {
            failuresTaken++;
        }
        return parcel;
    }
}
