package io.dorsal.standalone.supervisor;

import io.dorsal.standalone.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts that outlived their supervisor: stopped before anything new starts on their data. */
final class Orphans {
    private Orphans() {}

    static void stop(StackFolder folder, Progress progress) throws IOException {
        List<String> stillRunning = new ArrayList<>();
        for (RunRecord record : RunRecord.loadAll(folder).reversed()) {
            Optional<ProcessHandle> alive = record.process().find();
            if (alive.isPresent() && !record.name().equals(Supervisor.NAME)) {
                progress.say(
                        record.name(),
                        "still runs from a start that was cut short (pid "
                                + record.process().pid() + "): stopping it first");
                Stopping.stop(alive.get(), Part.StopSignal.valueOf(record.stopSignal()));
            }
            if (alive.filter(ProcessHandle::isAlive).isPresent()
                    && !record.name().equals(Supervisor.NAME)) {
                stillRunning.add(record.name() + " (pid " + record.process().pid() + ")");
            } else {
                RunRecord.delete(folder, record.name());
            }
        }
        RunRecord.deleteStrange(folder);
        if (!stillRunning.isEmpty()) {
            throw new Refusal("could not stop " + String.join(", ", stillRunning) + "; end what still runs by hand");
        }
    }
}
