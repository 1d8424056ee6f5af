package io.dorsal.standalone.command;

import io.dorsal.standalone.supervisor.RunRecord;
import io.dorsal.standalone.supervisor.StackFolder;
import io.dorsal.standalone.supervisor.Supervisor;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./dorsal down}: stops the stack of a data folder, wherever it was started. */
@Command(name = "down", description = "Stops the stack.", mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
    @Mixin
    private DataFolderOption data = new DataFolderOption();

    @Override
    public Integer call() throws IOException {
        StackFolder folder = data.open();
        Optional<ProcessHandle> supervisor = RunRecord.load(folder, Supervisor.NAME)
                .flatMap(record -> record.process().find());
        if (supervisor.isPresent()) {
            System.out.println("Stopping the stack in " + folder.root());
            supervisor.get().destroy();
            supervisor.get().onExit().join();
        }
        // It was killed, or could not stop them all: what is still on record runs without it.
        Supervisor.stopOrphans(folder, System.out);
        System.out.println("Nothing runs in " + folder.root());
        return 0;
    }
}
