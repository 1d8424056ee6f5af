package io.dorsal.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One running PostgreSQL with its databases; it can be stopped and killed. */
public final class PostgresProcess implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    private final PostgresSettings settings;
    private final ChildProcess child;

    private PostgresProcess(PostgresSettings settings, ChildProcess child) {
        this.settings = settings;
        this.child = child;
    }

    public static PostgresProcess start(PostgresSettings settings, PostgresBinaries binaries) throws IOException {
        PostgresFolder.initialiseIfNew(settings, binaries);
        stopOrphan(settings.data());
        ChildProcess child = ChildProcess.start("PostgreSQL", settings.command(binaries), PostgresProcess::isReadyLine);
        child.awaitReady(START_TIMEOUT);
        createMissingDatabases(settings);
        return new PostgresProcess(settings, child);
    }

    /** PostgreSQL speaks English here, since the folder is made with locale C. */
    public static boolean isReadyLine(String line) {
        return line.contains("database system is ready to accept connections");
    }

    /** Stops a server that outlived whoever started it: a second one on the folder would meet the first. */
    public static void stopOrphan(Path data) throws IOException {
        Optional<ProcessHandle> orphan = PostgresFolder.runningServer(data);
        if (orphan.isPresent()) {
            stop(orphan.get());
        }
        PostgresFolder.forgetServerElsewhere(data);
    }

    public static void createMissingDatabases(PostgresSettings settings) {
        List<String> existing = databases(settings);
        for (String database : settings.databases()) {
            if (!existing.contains(database)) {
                execute(settings, "create database \"" + database + "\"");
            }
        }
    }

    /** The names of those there are, PostgreSQL's own among them. */
    public static List<String> databases(PostgresSettings settings) {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select datname from pg_database")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return List.copyOf(names);
        } catch (SQLException e) {
            throw new IllegalStateException("expected to ask PostgreSQL for its databases", e);
        }
    }

    private static void execute(PostgresSettings settings, String sql) {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("expected to " + sql, e);
        }
    }

    private static Connection connect(PostgresSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.jdbcUrl("postgres"), PostgresSettings.USER, settings.password());
    }

    public PostgresSettings settings() {
        return settings;
    }

    public String jdbcUrl(String database) {
        return settings.jdbcUrl(database);
    }

    public boolean isAlive() {
        return child.process().isAlive();
    }

    /** Fast shutdown: open connections are closed, a checkpoint is written. */
    public void stop() {
        stop(child.process().toHandle());
    }

    /** SIGKILL to the server; its workers see that it is gone and end too. */
    public void kill() {
        Stream<ProcessHandle> workers = child.process().descendants().toList().stream();
        child.process().destroyForcibly();
        awaitEnd(Stream.concat(workers, Stream.of(child.process().toHandle())).toList());
    }

    @Override
    public void close() {
        stop();
    }

    private static void stop(ProcessHandle server) {
        List<ProcessHandle> all =
                Stream.concat(server.descendants(), Stream.of(server)).toList();
        Signal.INT.send(server.pid());
        awaitEnd(all);
    }

    // A new server cannot start before the last worker of the old one has let go of the shared memory.
    private static void awaitEnd(List<ProcessHandle> handles) {
        CompletableFuture<?>[] ends =
                handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends)
                    .orTimeout(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (RuntimeException e) {
            handles.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
