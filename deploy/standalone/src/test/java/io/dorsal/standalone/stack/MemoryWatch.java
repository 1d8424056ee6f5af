package io.dorsal.standalone.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that a process ever held, as the kernel counts it. */
record MemoryWatch(long pid) {
    static MemoryWatch of(long pid) {
        return new MemoryWatch(pid);
    }

    long highestBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
