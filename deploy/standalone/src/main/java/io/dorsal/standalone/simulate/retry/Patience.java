package io.dorsal.standalone.simulate.retry;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** Repeats what did not work, with growing pauses, until it works or the play is stopped. */
public final class Patience {
    private static final Duration PAUSE_MIN = Duration.ofMillis(200);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

    private final BooleanSupplier stop;
    private final LongAdder repeats = new LongAdder();
    private volatile String lastFailure = "";

    public Patience(BooleanSupplier stop) {
        this.stop = stop;
    }

    /** Unwinds a player's thread when the play is stopped. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The play was stopped.", null, false, false);
        }
    }

    /** What can't become right by repeating. */
    public static final class Hopeless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Hopeless(String message) {
            super(message);
        }
    }

    /**
     * The result of the first attempt that works.
     *
     * @throws Hopeless when the attempt says so
     * @throws Stopped when the play is stopped before
     */
    public <T> T until(Callable<T> attempt) {
        Duration pause = PAUSE_MIN;
        while (true) {
            requireGoingOn();
            try {
                return attempt.call();
            } catch (Hopeless | Stopped e) {
                throw e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Stopped();
            } catch (Exception e) {
                lastFailure = text(e);
                repeats.increment();
                pause(pause);
                pause = pause.multipliedBy(2).compareTo(PAUSE_MAX) < 0 ? pause.multipliedBy(2) : PAUSE_MAX;
            }
        }
    }

    public void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    public void requireGoingOn() {
        if (stop.getAsBoolean()) {
            throw new Stopped();
        }
    }

    /** Why something had to be said again, the last time; empty when nothing had to. */
    public String lastFailure() {
        return lastFailure;
    }

    /** What lies at the bottom, since futures and clients wrap it. */
    private static String text(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    /** How often something had to be said again. */
    public long repeats() {
        return repeats.sum();
    }
}
