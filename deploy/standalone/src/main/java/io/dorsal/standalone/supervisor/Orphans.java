package io.dorsal.standalone.supervisor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Parts that outlived a supervisor that was killed: stopped before anything new starts on their data. */
final class Orphans {
    private Orphans() {}

    static void stop(StackFolder folder, Progress progress) throws IOException {
        List<RunRecord> records = RunRecord.loadAll(folder).reversed();
        for (RunRecord record : records) {
            Optional<ProcessHandle> alive = record.process().find();
            if (alive.isPresent() && !record.name().equals(Supervisor.NAME)) {
                progress.say(
                        record.name(),
                        "still runs from a start that was cut short (pid "
                                + record.process().pid() + "): stopping it first");
                Stopping.stop(alive.get(), Part.StopSignal.valueOf(record.stopSignal()));
            }
            RunRecord.delete(folder, record.name());
        }
    }
}
