package io.dorsal.standalone.bench;

import io.dorsal.embedded.DorsalHome;
import io.dorsal.embedded.Folders;
import io.dorsal.standalone.Stack;
import io.dorsal.standalone.supervisor.HealthCheck;
import io.dorsal.standalone.supervisor.Part;
import io.dorsal.standalone.supervisor.Ports;
import io.dorsal.standalone.supervisor.RunRecord;
import io.dorsal.standalone.supervisor.StackFolder;
import io.dorsal.standalone.supervisor.Supervisor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stack that is measured: one that runs already, or one of its own in a temporary folder. */
public final class BenchStack implements AutoCloseable {
    private final StackFolder folder;
    private final Ports ports;
    private final @Nullable Supervisor supervisor;

    private BenchStack(StackFolder folder, Ports ports, @Nullable Supervisor supervisor) {
        this.folder = folder;
        this.ports = ports;
        this.supervisor = supervisor;
    }

    /** The stack whose front door is at {@code port}. */
    public static BenchStack running(int port) {
        StackFolder folder = StackFolder.open(DorsalHome.find().resolve(".dorsal"));
        BenchStack stack = new BenchStack(folder, Ports.withFrontDoorAt(port), null);
        HealthCheck.requireStackAt(stack.frontDoor());
        return stack;
    }

    /** Starts the named parts, or all where none is named. */
    public static BenchStack temporary(Set<String> names) throws IOException {
        // Not below /tmp, which is memory on some systems.
        Path target = Files.createDirectories(DorsalHome.find().resolve("deploy/standalone/target"));
        StackFolder folder = StackFolder.open(Files.createTempDirectory(target, "stack-"));
        Ports ports = Ports.free();
        Supervisor supervisor = Supervisor.open(folder, ports, System.out);
        BenchStack stack = new BenchStack(folder, ports, supervisor);
        List<Part> parts = new Stack(DorsalHome.find(), folder, ports)
                .parts(false).stream()
                        .filter(part -> names.isEmpty() || names.contains(part.name()))
                        .toList();
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-bench-stack"));
        supervisor.start(parts);
        return stack;
    }

    public Ports ports() {
        return ports;
    }

    public StackFolder folder() {
        return folder;
    }

    public URI frontDoor() {
        return URI.create("http://127.0.0.1:" + ports.frontDoor());
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** The process of a part, where it is ours to know. */
    public Optional<ProcessHandle> process(String part) throws IOException {
        return RunRecord.load(folder, part)
                .filter(record ->
                        !part.equals("device-ingest") || record.address().contains(":" + ports.deviceIngest() + "/"))
                .flatMap(record -> record.process().find());
    }

    @Override
    public void close() {
        if (supervisor == null) {
            return;
        }
        try {
            supervisor.close();
            Folders.delete(folder.root());
        } catch (IOException e) {
            System.err.println("dorsal: could not clear " + folder.root() + ": " + e.getMessage());
        }
    }
}
