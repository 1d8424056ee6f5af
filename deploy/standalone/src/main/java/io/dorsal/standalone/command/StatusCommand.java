package io.dorsal.standalone.command;

import io.dorsal.standalone.supervisor.HealthCheck;
import io.dorsal.standalone.supervisor.Liveness;
import io.dorsal.standalone.supervisor.ProcessMemory;
import io.dorsal.standalone.supervisor.RunRecord;
import io.dorsal.standalone.supervisor.StackFolder;
import io.dorsal.standalone.supervisor.Supervisor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./dorsal status}: each part with its process, age, memory and health; fails unless all are well. */
@Command(name = "status", description = "Shows what runs, and how it is.", mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    private static final long MEBIBYTE = 1024 * 1024;

    @Mixin
    private DataFolderOption data = new DataFolderOption();

    @Override
    public Integer call() throws IOException {
        StackFolder folder = data.open();
        List<RunRecord> records = RunRecord.loadAll(folder);
        if (records.isEmpty()) {
            System.out.println("Nothing runs in " + folder.root() + " (start it: ./dorsal up)");
            return 1;
        }
        boolean allWell = true;
        long bytes = 0;
        for (RunRecord record : records) {
            Optional<ProcessHandle> process = record.process().find();
            long memory = memory(record, process);
            String health = health(record, process);
            allWell &= health.equals("ready");
            bytes += memory;
            System.out.printf(
                    Locale.ROOT,
                    "  %-18s pid %-8d up %-10s %5d MiB  %s%n",
                    record.name(),
                    record.process().pid(),
                    age(record),
                    memory / MEBIBYTE,
                    health);
        }
        System.out.printf(Locale.ROOT, "  %-18s %33d MiB%n", "all", bytes / MEBIBYTE);
        return allWell ? 0 : 1;
    }

    private static long memory(RunRecord record, Optional<ProcessHandle> process) {
        // The parts are children of the supervisor, and have lines of their own.
        return record.name().equals(Supervisor.NAME)
                ? process.map(ProcessMemory::ownBytes).orElse(0L)
                : process.map(ProcessMemory::familyBytes).orElse(0L);
    }

    private static String health(RunRecord record, Optional<ProcessHandle> process) {
        if (process.isEmpty()) {
            return "gone";
        }
        if (record.name().equals(Supervisor.NAME)) {
            return "ready";
        }
        boolean asksHttp = record.address().startsWith("http:");
        if (asksHttp && HealthCheck.isUp(URI.create(record.address()))) {
            return "ready";
        }
        if (Liveness.at(record.address()).answers()) {
            return asksHttp ? "not ready" : "ready";
        }
        return "not answering";
    }

    private static String age(RunRecord record) {
        Duration age = Duration.between(record.process().started(), Instant.now());
        return String.format(Locale.ROOT, "%d:%02d:%02d", age.toHours(), age.toMinutesPart(), age.toSecondsPart());
    }
}
