package io.dorsal.sample.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A core that reads a file and the clock. */
public class Decision {
    long nanos() {
        return System.nanoTime();
    }

    Instant decide() throws IOException {
        return Files.exists(Path.of("x")) ? Instant.now() : Instant.EPOCH;
    }
}
