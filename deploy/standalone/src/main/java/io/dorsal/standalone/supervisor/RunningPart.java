package io.dorsal.standalone.supervisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One started process of a part: its output goes to the part's log, and tells when it is ready. */
final class RunningPart {
    private final Part part;
    private final Process process;
    private final LogFile log;
    private volatile boolean saidReady;

    private RunningPart(Part part, Process process, LogFile log) {
        this.part = part;
        this.process = process;
        this.log = log;
    }

    static RunningPart start(Part part, LogFile log) throws IOException {
        // A session of its own: Ctrl-C in the terminal goes to the supervisor only, which stops the parts in order.
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(part.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(part.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        builder.environment().putAll(part.environment());
        RunningPart running = new RunningPart(part, builder.start(), log);
        Thread.ofVirtual().name("output-of-" + part.name()).start(running::copyOutput);
        return running;
    }

    Process process() {
        return process;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isReady() {
        return switch (part.readiness()) {
            case Readiness.ByLine line -> saidReady;
            case Readiness.ByHttp http -> HealthCheck.isUp(http.address());
            case Readiness.AtOnce atOnce -> true;
        };
    }

    private void copyOutput() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                log.write(line);
                if (part.readiness() instanceof Readiness.ByLine expected
                        && expected.saysReady().test(line)) {
                    saidReady = true;
                }
            }
        } catch (IOException e) {
            // A pipe that breaks means that the process has ended.
        }
    }
}
