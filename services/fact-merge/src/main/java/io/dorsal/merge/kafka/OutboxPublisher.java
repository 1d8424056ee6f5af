package io.dorsal.merge.kafka;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** Empties the outbox whenever a commit has put something in, and now and then in case a signal was missed. */
public final class OutboxPublisher implements Runnable {
    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);

    private final IntSupplier drain;
    private final Duration checkEvery;
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean stopping;

    /**
     * @param drain publishes some waiting records and says how many wait no longer
     */
    public OutboxPublisher(IntSupplier drain, Duration checkEvery) {
        this.drain = drain;
        this.checkEvery = checkEvery;
    }

    public void wake() {
        signal.release();
    }

    public void stop() {
        stopping = true;
        wake();
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                signal.tryAcquire(checkEvery.toMillis(), TimeUnit.MILLISECONDS);
                signal.drainPermits();
                empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void empty() throws InterruptedException {
        try {
            while (!stopping && drain.getAsInt() > 0) {
                LOG.trace("Published a part of the outbox.");
            }
        } catch (RuntimeException e) {
            LOG.warnf("Publishing is interrupted and will be tried again: %s", Fault.of(e));
            TimeUnit.MILLISECONDS.sleep(Math.min(checkEvery.toMillis(), 1_000));
        }
    }
}
