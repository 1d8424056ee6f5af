package io.dorsal.standalone.command;

import io.dorsal.standalone.Dorsal;
import io.dorsal.standalone.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts {@code up} in a process that outlives this one, and passes on what it says until it is ready. */
record DetachedStart(Path data, int port, boolean noDemo) {

    int run() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command()).redirectErrorStream(true).start();
        Thread giveUp = new Thread(process::destroy, "stop-what-is-not-ready");
        Runtime.getRuntime().addShutdownHook(giveUp);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                System.out.println(line);
                if (line.startsWith(UpCommand.ADDRESS_LINE)) {
                    Runtime.getRuntime().removeShutdownHook(giveUp);
                    return 0;
                }
            }
        }
        return Math.max(1, process.waitFor());
    }

    private List<String> command() {
        List<String> arguments =
                new ArrayList<>(List.of("up", "--data", data.toString(), "--port", String.valueOf(port)));
        if (noDemo) {
            arguments.add("--no-demo");
        }
        // A session of its own: it is not ended with the terminal that it was started from.
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(JavaCommand.ofThisModule(
                List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"),
                Dorsal.class.getName(),
                arguments));
        return command;
    }
}
