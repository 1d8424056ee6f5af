package io.dorsal.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a process and its children hold, shared pages counted once among those who share them. */
public final class ProcessMemory {
    private static final String PROPORTIONAL = "Pss:";

    private ProcessMemory() {}

    /** Of the process alone. */
    public static long ownBytes(ProcessHandle process) {
        return read(process);
    }

    /** With its children: PostgreSQL is many processes. */
    public static long familyBytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(ProcessMemory::read)
                .sum();
    }

    private static long read(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(PROPORTIONAL))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException | RuntimeException e) {
            // It has ended meanwhile, or the kernel keeps this to itself.
            return 0;
        }
    }
}
