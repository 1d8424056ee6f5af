package io.dorsal.standalone.simulate;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Turns Ctrl-C and SIGTERM into a question that players ask, and lets the process finish what it has to say. */
public final class StopSignal implements AutoCloseable {
    private static final int FINISHING_SECONDS_MAX = 15;

    private final AtomicBoolean given = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-signal");

    public StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public boolean isGiven() {
        return given.get();
    }

    private void stop() {
        given.set(true);
        try {
            if (!finished.await(FINISHING_SECONDS_MAX, TimeUnit.SECONDS)) {
                System.err.println("dorsal: stopped before the last payload was acknowledged");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        if (!given.get()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
