package io.dorsal.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What one PostgreSQL is started with. {@code durable}: survives a power cut; only a test may do without. */
public record PostgresSettings(Path data, int port, String password, boolean durable, List<String> databases) {
    public static final String USER = "dorsal";

    /** A port of its own; not durable, hence fast. */
    public static PostgresSettings forTest(Path data, String... databases) {
        return new PostgresSettings(data, FreePorts.next(), "test-only", false, List.of(databases));
    }

    public PostgresSettings madeDurable() {
        return new PostgresSettings(data, port, password, true, databases);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    List<String> initCommand(PostgresBinaries binaries, Path passwordFile) {
        List<String> command = asOrdinaryUser();
        command.addAll(List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums"));
        if (!durable) {
            command.add("--no-sync");
        }
        return List.copyOf(command);
    }

    public List<String> command(PostgresBinaries binaries) {
        List<String> command = asOrdinaryUser();
        command.addAll(List.of(binaries.program("postgres"), "-D", data.toString(), "-p", String.valueOf(port)));
        String onOff = durable ? "on" : "off";
        set(command, "fsync", onOff);
        set(command, "synchronous_commit", onOff);
        set(command, "full_page_writes", onOff);
        set(command, "listen_addresses", "127.0.0.1");
        set(command, "unix_socket_directories", "");
        set(command, "shared_buffers", "64MB");
        set(command, "max_connections", "60");
        set(command, "max_wal_size", "512MB");
        // Short statements by the thousand: compiling them costs more than it saves.
        set(command, "jit", "off");
        // Queries carry patient data, and an error would put its statement into the log.
        set(command, "log_min_error_statement", "panic");
        set(command, "log_error_verbosity", "terse");
        return List.copyOf(command);
    }

    private static void set(List<String> command, String name, String value) {
        command.add("-c");
        command.add(name + "=" + value);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody. */
    private static List<String> asOrdinaryUser() {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        return command;
    }
}
