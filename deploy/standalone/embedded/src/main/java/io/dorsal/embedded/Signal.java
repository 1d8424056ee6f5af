package io.dorsal.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals of a POSIX system that Java's {@link Process} cannot send itself. */
public enum Signal {
    /** To PostgreSQL: close connections, write a checkpoint, end. */
    INT,
    /** Freeze, as a hung machine would. */
    STOP,
    /** Thaw. */
    CONT;

    public void send(long pid) {
        try {
            // The shell's own kill: a small container has no /bin/kill.
            int status = new ProcessBuilder("sh", "-c", "kill -" + name() + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                throw new IllegalStateException("expected to send SIG" + name() + " to " + pid + ", got refused");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending SIG" + name(), e);
        }
    }
}
