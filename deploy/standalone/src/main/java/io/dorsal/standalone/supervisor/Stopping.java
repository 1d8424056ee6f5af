package io.dorsal.standalone.supervisor;

import io.dorsal.embedded.Signal;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Asks a process to end, waits, and kills it with its children if it does not. */
final class Stopping {
    /** Enough for the first clean stop on a busy machine, at which a JVM writes down its classes. */
    static final Duration PATIENCE = Duration.ofSeconds(45);

    private Stopping() {}

    static void stop(ProcessHandle process, Part.StopSignal signal) {
        List<ProcessHandle> family =
                Stream.concat(process.descendants(), Stream.of(process)).toList();
        if (!isAsked(process, signal) || !haveEnded(family)) {
            family.forEach(ProcessHandle::destroyForcibly);
            haveEnded(family);
        }
    }

    /** Without asking: it does not answer. */
    static void kill(ProcessHandle process) {
        List<ProcessHandle> family =
                Stream.concat(process.descendants(), Stream.of(process)).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        haveEnded(family);
    }

    private static boolean isAsked(ProcessHandle process, Part.StopSignal signal) {
        try {
            // One that is frozen cannot act on a request to end.
            Signal.CONT.send(process.pid());
            switch (signal) {
                case TERM -> process.destroy();
                case INT -> Signal.INT.send(process.pid());
            }
            return true;
        } catch (IllegalStateException | UncheckedIOException e) {
            // No process can be started to send a signal, as when memory is gone.
            return false;
        }
    }

    private static boolean haveEnded(List<ProcessHandle> family) {
        CompletableFuture<?>[] ends = family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends)
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }
}
