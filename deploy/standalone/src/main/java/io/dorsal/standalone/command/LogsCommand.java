package io.dorsal.standalone.command;

import io.dorsal.standalone.Refusal;
import io.dorsal.standalone.supervisor.StackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./dorsal logs [SERVICE]}: the last lines of one log, or of all. */
@Command(name = "logs", description = "Shows the last lines of the logs.", mixinStandardHelpOptions = true)
public final class LogsCommand implements Callable<Integer> {
    private static final String SUFFIX = ".log";

    @Mixin
    private DataFolderOption data = new DataFolderOption();

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "Whose log; all unless given.")
    private @Nullable String service;

    @Option(names = "--lines", paramLabel = "N", defaultValue = "50", description = "How many of each.")
    private int linesMax;

    @Override
    public Integer call() throws IOException {
        StackFolder folder = data.open();
        List<String> names = names(folder);
        if (service == null) {
            for (String name : names) {
                System.out.println("==> " + name + " <==");
                show(folder.log(name));
            }
        } else if (names.contains(service)) {
            show(folder.log(service));
        } else {
            throw new Refusal("there is no log of '" + service + "'; expected one of: " + String.join(", ", names));
        }
        return 0;
    }

    private void show(Path log) throws IOException {
        ArrayDeque<String> last = new ArrayDeque<>();
        try (Stream<String> lines = Files.lines(log)) {
            lines.forEach(line -> {
                last.addLast(line);
                if (last.size() > linesMax) {
                    last.removeFirst();
                }
            });
        }
        last.forEach(System.out::println);
    }

    private static List<String> names(StackFolder folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.logs())) {
            return files.map(file -> file.toFile().getName())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }
}
