package io.dorsal.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One process of the stack: how to start it, what must be ready before, how it shows that it is ready, how it stops.
 *
 * @param after names of parts that must be ready first
 * @param beforeStart runs each time before the process is started
 * @param onceUp runs each time after it is up, and before it counts as ready
 * @param liveness what a part that has been ready must go on to answer, or it is started again
 */
public record Part(
        String name,
        Set<String> after,
        Path folder,
        List<String> command,
        Map<String, String> environment,
        Readiness readiness,
        StopSignal stopSignal,
        Step beforeStart,
        Step onceUp,
        Liveness liveness) {

    /** A step of a part's start that touches the disk or the network. */
    @FunctionalInterface
    public interface Step {
        void run() throws IOException;

        static Step none() {
            return () -> {};
        }
    }

    /** Which signal asks the part to end cleanly. */
    public enum StopSignal {
        TERM,
        INT
    }
}
