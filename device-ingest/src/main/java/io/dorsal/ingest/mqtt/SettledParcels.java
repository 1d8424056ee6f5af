package io.dorsal.ingest.mqtt;

import io.netty.channel.EventLoop;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Brings settled parcels from Kafka's thread to the connection's event loop, many at a time: one wake-up and one write
 * to the socket for all that were confirmed together.
 */
final class SettledParcels {
    private final Queue<Parcel> parcels = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile boolean failing;
    private final EventLoop eventLoop;
    private final Runnable whenSome;

    /** {@code whenSome} runs on the event loop and takes all that {@link #poll} gives. */
    SettledParcels(EventLoop eventLoop, Runnable whenSome) {
        this.eventLoop = eventLoop;
        this.whenSome = whenSome;
    }

    void post(Parcel parcel) {
        if (parcel.hasFailed()) {
            // At once, on the journal's thread: what stands behind it there must not overtake it.
            failing = true;
        }
        parcels.add(parcel);
        if (scheduled.compareAndSet(false, true)) {
            eventLoop.execute(this::run);
        }
    }

    private void run() {
        // Before taking: what is posted from now on schedules its own run.
        scheduled.set(false);
        boolean failedBefore = failing;
        whenSome.run();
        if (failedBefore) {
            // All that was in flight behind the failure is marked by now; what comes from here on is welcome.
            failing = false;
        }
    }

    /** True from a failure until everything behind it is marked as failed. */
    boolean isFailing() {
        return failing;
    }

    @Nullable
    Parcel poll() {
        return parcels.poll();
    }
}
