package io.dorsal.standalone.supervisor;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** One line for each thing that happens, on the screen and in {@code logs/supervisor.log}. */
final class Progress {
    private final PrintStream screen;
    private final LogFile log;

    Progress(PrintStream screen, StackFolder folder) throws IOException {
        this.screen = screen;
        this.log = new LogFile(folder.log(Supervisor.NAME), LogFile.SIZE_BYTES_MAX);
    }

    void say(String part, String what) {
        String line = String.format(Locale.ROOT, "  %-18s %s", part, what);
        log.write(Instant.now().truncatedTo(ChronoUnit.MILLIS) + line);
        screen.println(line);
    }

    void headline(String line) {
        log.write(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
        screen.println(line);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
