package io.dorsal.standalone.supervisor;

import io.dorsal.standalone.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one part running: starts it, waits until it is ready, and starts it again whenever it ends unasked.
 *
 * <p>A part that ends several times before it was ever ready is broken rather than unlucky: that fails the stack.
 */
final class Keeper {
    private static final int FIRST_STARTS_MAX = 3;
    /** Much to read or to recover takes minutes; beginning again would only take longer. */
    private static final Duration READY_TIMEOUT = Duration.ofMinutes(10);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Part part;
    private final int order;
    private final StackFolder folder;
    private final Progress progress;
    private final LogFile log;
    private final Duration silenceMax;
    private final Backoff backoff = new Backoff();
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final Thread thread;

    private volatile boolean stopping;
    private volatile @Nullable RunningPart running;
    private String lastFailure = "";

    Keeper(Part part, int order, StackFolder folder, Progress progress, Duration silenceMax) throws IOException {
        this.silenceMax = silenceMax;
        this.part = part;
        this.order = order;
        this.folder = folder;
        this.progress = progress;
        this.log = new LogFile(folder.log(part.name()), LogFile.SIZE_BYTES_MAX);
        this.thread = Thread.ofVirtual().name("keeper-of-" + part.name()).unstarted(this::keep);
    }

    Part part() {
        return part;
    }

    /** Completes when the part has been ready once, or fails when it cannot be. */
    CompletableFuture<Void> firstReady() {
        return firstReady;
    }

    void start() {
        thread.start();
    }

    /** Asks the part to end and waits until it has. One that was never started does not start any more. */
    void stop() {
        stopping = true;
        firstReady.completeExceptionally(new IllegalStateException(part.name() + " was stopped before it was ready"));
        thread.interrupt();
        stopRunning();
        try {
            // What it waits for may never have come: then there is no thread to wait for.
            if (thread.getState() != Thread.State.NEW) {
                thread.join(Stopping.PATIENCE);
            }
            RunRecord.delete(folder, part.name());
            log.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            progress.say(part.name(), "stopped; its record could not be removed: " + e);
        }
    }

    private void keep() {
        for (int starts = 1; !stopping; starts++) {
            Instant begun = Instant.now();
            try {
                runOnce(begun);
            } catch (Refusal e) {
                stopRunning();
                if (firstReady.completeExceptionally(e)) {
                    // Nothing that a further attempt could change: it takes a person.
                    return;
                }
                progress.say(part.name(), String.valueOf(e.getMessage()));
            } catch (IOException | RuntimeException e) {
                lastFailure = ": " + e.getMessage();
                log.write("could not start: " + e);
                // It may have failed with the process up already; the next attempt would meet this one.
                stopRunning();
            } catch (InterruptedException e) {
                return;
            }
            if (stopping || giveUp(starts)) {
                return;
            }
            if (!pauseAfter(Duration.between(begun, Instant.now()))) {
                return;
            }
        }
    }

    private void runOnce(Instant begun) throws IOException, InterruptedException {
        part.beforeStart().run();
        RunningPart started = RunningPart.start(part, log);
        running = started;
        if (stopping) {
            // stop() looked before there was anything to stop.
            Stopping.stop(started.process().toHandle(), part.stopSignal());
            return;
        }
        record(started);
        if (awaitReady(started, begun)) {
            part.onceUp().run();
            progress.say(part.name(), "ready after " + Progress.seconds(Duration.between(begun, Instant.now())));
            firstReady.complete(null);
            killIfSilent(started);
        }
        int status = started.process().waitFor();
        if (!stopping) {
            progress.say(part.name(), "ended by itself (exit status " + status + ")");
        }
    }

    private void killIfSilent(RunningPart started) throws InterruptedException {
        if (!new Silence(part.liveness(), silenceMax).awaitEnd(started.process()) && !stopping) {
            progress.say(
                    part.name(), "lives and has not answered for " + Progress.seconds(silenceMax) + ": killing it");
            Stopping.kill(started.process().toHandle());
        }
    }

    private boolean awaitReady(RunningPart started, Instant begun) throws InterruptedException {
        while (started.isAlive() && !stopping) {
            if (started.isReady()) {
                return true;
            }
            if (Duration.between(begun, Instant.now()).compareTo(READY_TIMEOUT) > 0) {
                progress.say(part.name(), "not ready after " + Progress.seconds(READY_TIMEOUT) + ": stopping it");
                Stopping.stop(started.process().toHandle(), part.stopSignal());
                return false;
            }
            Thread.sleep(POLL);
        }
        return false;
    }

    private void stopRunning() {
        RunningPart current = running;
        if (current != null && current.isAlive()) {
            Stopping.stop(current.process().toHandle(), part.stopSignal());
        }
    }

    private boolean giveUp(int starts) {
        if (firstReady.isDone() || starts < FIRST_STARTS_MAX) {
            return false;
        }
        firstReady.completeExceptionally(new IllegalStateException(part.name() + " did not start in " + starts
                + " attempts" + lastFailure + "; its log says more: " + folder.log(part.name())));
        return true;
    }

    private boolean pauseAfter(Duration lifetime) {
        Duration pause = backoff.after(lifetime);
        progress.say(part.name(), "starting again in " + Progress.seconds(pause));
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void record(RunningPart started) throws IOException {
        String address = part.readiness() instanceof Readiness.ByHttp http
                ? http.address().toString()
                : part.liveness().address();
        ProcessIdentity identity = ProcessIdentity.of(started.process().toHandle());
        new RunRecord(part.name(), order, identity, part.stopSignal().name(), address).save(folder);
    }
}
