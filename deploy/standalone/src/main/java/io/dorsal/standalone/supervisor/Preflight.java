package io.dorsal.standalone.supervisor;

import io.dorsal.standalone.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/** What can be known to go wrong before anything starts, each in one sentence that says what to do. */
final class Preflight {
    static final long FREE_BYTES_MIN = 1024L * 1024 * 1024;
    private static final String POSTGRES_VERSION = "18";

    private Preflight() {}

    static void check(StackFolder folder, Ports ports) throws IOException {
        checkDisk(folder.root(), Files.getFileStore(folder.root()).getUsableSpace());
        checkKafkaFolder(folder);
        checkPostgresFolder(folder);
        new Holdings(folder).requireAll();
        ports.all().forEach((what, port) -> checkPort(what, port, ports));
    }

    static void checkDisk(Path root, long freeBytes) {
        if (freeBytes < FREE_BYTES_MIN) {
            throw new Refusal("expected at least 1024 MiB free for " + root + ", got " + freeBytes / (1024 * 1024)
                    + " MiB; make room, or choose another folder with --data DIR");
        }
    }

    static void checkPort(String what, int port, Ports ports) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal("port " + port + " (" + what + ") is in use or not allowed; stop what listens there,"
                    + " or move all ports: ./dorsal up --port " + (ports.frontDoor() + 1000));
        }
    }

    static void checkKafkaFolder(StackFolder folder) throws IOException {
        if (isEmpty(folder.kafka())) {
            return;
        }
        Path identity = folder.kafka().resolve("meta.properties");
        Properties properties = new Properties();
        if (Files.exists(identity)) {
            try (Reader reader = Files.newBufferedReader(identity)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                properties.clear();
            }
        }
        if (properties.getProperty("cluster.id") == null || properties.getProperty("node.id") == null) {
            throw damaged("Kafka", folder, "meta.properties names no cluster and node");
        }
    }

    static void checkPostgresFolder(StackFolder folder) throws IOException {
        if (isEmpty(folder.postgres())) {
            return;
        }
        Path version = folder.postgres().resolve("PG_VERSION");
        String found = Files.exists(version) ? Files.readString(version).trim() : "none";
        if (!found.equals(POSTGRES_VERSION)) {
            throw damaged("PostgreSQL", folder, "PG_VERSION should say " + POSTGRES_VERSION + " and says " + found);
        }
    }

    private static Refusal damaged(String what, StackFolder folder, String how) {
        return folder.notWhole("what " + what + " keeps is damaged or of another version: " + how);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
