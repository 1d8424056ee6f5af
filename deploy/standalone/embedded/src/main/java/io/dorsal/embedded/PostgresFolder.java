package io.dorsal.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The folder that holds PostgreSQL's data: initialised once, and free of a server that outlived its starter. */
public final class PostgresFolder {
    /** Clock ticks and the whole seconds of the pid file differ by at most this. */
    private static final long START_TOLERANCE_SECONDS = 3;

    private static final String PID_FILE = "postmaster.pid";

    private PostgresFolder() {}

    public static void initialiseIfNew(PostgresSettings settings, PostgresBinaries binaries) throws IOException {
        if (Files.exists(settings.data().resolve("PG_VERSION"))) {
            return;
        }
        Path parent = Folders.holding(settings.data());
        Files.createDirectories(parent);
        // Initialised beside the goal and renamed: a run that is cut short never leaves half a database.
        Path unfinished = Files.createTempDirectory(parent, "initialising-");
        PostgresSettings there = new PostgresSettings(
                unfinished, settings.port(), settings.password(), settings.durable(), settings.databases());
        Path passwordFile = writePassword(parent, settings.password());
        try {
            run(there.initCommand(binaries, passwordFile));
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The server that still runs on this folder, if there is one. In a copy, the file names the original's server. */
    public static Optional<ProcessHandle> runningServer(Path data) throws IOException {
        return namedServer(data).filter(handle -> worksIn(handle, data));
    }

    /**
     * Takes away a pid file that came along in a copy: PostgreSQL refuses to start while whoever it names lives.
     *
     * <p>Only then: of a dead server the file still says which shared memory its workers may hold.
     */
    static void forgetServerElsewhere(Path data) throws IOException {
        if (namedServer(data).filter(handle -> !worksIn(handle, data)).isPresent()) {
            Files.delete(data.resolve(PID_FILE));
        }
    }

    /** Alive, and started when the file says. */
    private static Optional<ProcessHandle> namedServer(Path data) throws IOException {
        Path pidFile = data.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 3) {
            return Optional.empty();
        }
        Instant started = Instant.ofEpochSecond(number(lines.get(2), pidFile));
        return ProcessHandle.of(number(lines.get(0), pidFile))
                .filter(ProcessHandle::isAlive)
                .filter(handle -> startedAbout(handle, started));
    }

    /** PostgreSQL's working folder is its data folder, whatever that is called by now. */
    private static boolean worksIn(ProcessHandle handle, Path data) {
        try {
            return Files.isSameFile(Path.of("/proc/" + handle.pid() + "/cwd"), data);
        } catch (IOException e) {
            // It has ended, or is another user's: not ours to stop either way.
            return false;
        }
    }

    private static long number(String line, Path pidFile) throws IOException {
        try {
            return Long.parseLong(line.trim());
        } catch (NumberFormatException e) {
            throw new IOException(
                    "expected the pid and the start of a server in " + pidFile + ", got '" + line
                            + "'; if no PostgreSQL runs on that folder, delete the file",
                    e);
        }
    }

    private static boolean startedAbout(ProcessHandle handle, Instant started) {
        // A pid is used again after a while; together with its start it names one process only.
        return handle.info()
                .startInstant()
                .map(start -> Math.abs(start.getEpochSecond() - started.getEpochSecond()) <= START_TOLERANCE_SECONDS)
                .orElse(false);
    }

    private static Path writePassword(Path parent, String password) throws IOException {
        Path file = Files.createTempFile(
                parent,
                "password-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, password);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("expected initdb to succeed, got:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while initdb was running", e);
        }
    }
}
