package io.dorsal.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dorsal.standalone.bench.BenchStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Inputs that once got a wrong answer, sent to the packaged stack by {@code deploy/cases/run.py}: a client that
 * shares no code with what it asks.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ListedCasesIT {
    private static final Path CASES = Path.of("../cases/run.py");

    /** Those mended so far; the script has the others too, and says that they are wrong. */
    private static final List<String> MENDED = List.of(
            "clinical F1",
            "clinical F7",
            "clinical F14",
            "clinical D3",
            "device F1",
            "device F1b",
            "device F1c",
            "faults F1",
            "faults F2",
            "faults F12");

    @RegisterExtension
    static final SharedStack SHARED = new SharedStack();

    private final BenchStack stack = SHARED.running();

    @Test
    void everyListedInputGetsTheRightAnswer() throws IOException, InterruptedException {
        assumeThat(new ProcessBuilder("sh", "-c", "command -v python3").start().waitFor())
                .as("python3 is installed")
                .isZero();
        List<String> command = new ArrayList<>(List.of(
                "python3",
                "-B",
                CASES.toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(stack.frontDoor().getPort()),
                "--mqtt",
                Integer.toString(stack.ports().mqtt())));
        MENDED.forEach(fault -> command.addAll(List.of("--only", fault)));
        Process cases = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(cases.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(cases.waitFor()).as(said).isZero();
        assertThat(said).contains("cases are right").doesNotContain("WRONG");
    }
}
