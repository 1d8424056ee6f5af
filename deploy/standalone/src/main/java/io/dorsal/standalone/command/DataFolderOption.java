package io.dorsal.standalone.command;

import io.dorsal.embedded.DorsalHome;
import io.dorsal.standalone.supervisor.StackFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stack a command means: the folder that keeps its state. */
final class DataFolderOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that keeps the state; .dorsal beside ./dorsal unless given.")
    private @Nullable Path given;

    Path root() {
        return given == null ? DorsalHome.find().resolve(".dorsal") : given;
    }

    StackFolder open() {
        return StackFolder.open(root());
    }
}
