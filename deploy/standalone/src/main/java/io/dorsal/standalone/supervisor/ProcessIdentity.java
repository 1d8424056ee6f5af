package io.dorsal.standalone.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One process for all time: a pid is used again, a pid with its start is not. */
public record ProcessIdentity(long pid, Instant started) {
    /** The kernel counts starts in ticks since boot, and the boot's own instant may be corrected by a second. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process itself, if it still lives. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle ->
                        handle.info().startInstant().map(this::isAboutStart).orElse(false));
    }

    private boolean isAboutStart(Instant instant) {
        return Duration.between(started, instant).abs().compareTo(TOLERANCE) <= 0;
    }
}
