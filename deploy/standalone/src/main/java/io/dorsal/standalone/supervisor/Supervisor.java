package io.dorsal.standalone.supervisor;

import io.dorsal.standalone.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs a stack: starts its parts as soon as those before them are ready, and stops them in reverse order. */
public final class Supervisor implements AutoCloseable {
    /** The name of its own record and log. */
    public static final String NAME = "supervisor";

    private final StackFolder folder;
    private final StackLock lock;
    private final Progress progress;
    private final Duration silenceMax;
    private final List<Keeper> keepers = new ArrayList<>();
    private boolean stopped;

    private Supervisor(StackFolder folder, StackLock lock, Progress progress, Duration silenceMax) {
        this.folder = folder;
        this.lock = lock;
        this.progress = progress;
        this.silenceMax = silenceMax;
    }

    /** Takes the folder for itself and clears what a killed predecessor left running. */
    public static Supervisor open(StackFolder folder, Ports ports, PrintStream screen) throws IOException {
        return open(folder, ports, screen, Silence.max());
    }

    /** {@code silenceMax}: how long a part that lives may answer nothing before it is killed and started again. */
    static Supervisor open(StackFolder folder, Ports ports, PrintStream screen, Duration silenceMax)
            throws IOException {
        StackLock lock = StackLock.take(folder);
        Progress progress = new Progress(screen, folder);
        try {
            Orphans.stop(folder, progress);
            Preflight.check(folder, ports);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        Supervisor supervisor = new Supervisor(folder, lock, progress, silenceMax);
        supervisor.recordItself(ports);
        return supervisor;
    }

    /** Stops what a killed supervisor left running. */
    public static void stopOrphans(StackFolder folder, PrintStream screen) throws IOException {
        try (StackLock lock = StackLock.take(folder)) {
            Orphans.stop(folder, new Progress(screen, folder));
        }
    }

    /** Returns when every part is ready; refuses, with everything stopped, if one cannot be. */
    public void start(List<Part> parts) throws IOException {
        Instant begun = Instant.now();
        Map<String, CompletableFuture<Void>> ready = new HashMap<>();
        for (Part part : parts) {
            Keeper keeper = add(part);
            CompletableFuture<?>[] before =
                    part.after().stream().map(ready::get).toArray(CompletableFuture<?>[]::new);
            // What follows from a failure before it is seen below, where all are awaited.
            var unused = CompletableFuture.allOf(before).thenRun(keeper::start);
            ready.put(part.name(), keeper.firstReady());
        }
        try {
            allOrFirstFailure(ready).join();
        } catch (CompletionException e) {
            close();
            throw new Refusal(String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        }
        progress.headline("All ready after " + Progress.seconds(Duration.between(begun, Instant.now())));
    }

    public void say(String line) {
        progress.headline(line);
    }

    /** Stops every part, the last one started first. */
    @Override
    public synchronized void close() throws IOException {
        if (stopped) {
            return;
        }
        stopped = true;
        List.copyOf(keepers).reversed().forEach(this::stop);
        try (lock) {
            RunRecord.delete(folder, NAME);
        }
    }

    /** One that cannot be stopped is said and stays on record, and keeps none of the others running. */
    private void stop(Keeper keeper) {
        String name = keeper.part().name();
        Instant begun = Instant.now();
        try {
            keeper.stop();
            progress.say(name, "stopped after " + Progress.seconds(Duration.between(begun, Instant.now())));
        } catch (RuntimeException e) {
            progress.say(name, "could not be stopped: " + e);
        }
    }

    private synchronized Keeper add(Part part) throws IOException {
        if (stopped) {
            // Ctrl-C during the start: whatever began now, nobody would stop.
            throw new Refusal("stopped before all was started");
        }
        Keeper keeper = new Keeper(part, keepers.size() + 1, folder, progress, silenceMax);
        keepers.add(keeper);
        return keeper;
    }

    private void recordItself(Ports ports) throws IOException {
        new RunRecord(
                        NAME,
                        0,
                        ProcessIdentity.of(ProcessHandle.current()),
                        Part.StopSignal.TERM.name(),
                        "http://127.0.0.1:" + ports.frontDoor())
                .save(folder);
    }

    private static CompletableFuture<Void> allOrFirstFailure(Map<String, CompletableFuture<Void>> ready) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        for (CompletableFuture<Void> one : ready.values()) {
            var unused = one.exceptionally(failure -> {
                result.completeExceptionally(failure);
                return null;
            });
        }
        var unused = CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new))
                .thenRun(() -> result.complete(null));
        return result;
    }
}
