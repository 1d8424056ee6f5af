package io.dorsal.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dorsal.standalone.bench.BenchStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every input that once got a wrong answer, sent to the packaged stack by {@code deploy/cases/run.py}: a client that
 * shares no code with what it asks.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ListedCasesIT {
    private static final Path CASES = Path.of("../cases/run.py");

    @RegisterExtension
    static final SharedStack SHARED = new SharedStack();

    private final BenchStack stack = SHARED.running();

    @Test
    void everyListedInputGetsTheRightAnswer() throws IOException, InterruptedException {
        assumeThat(new ProcessBuilder("sh", "-c", "command -v python3").start().waitFor())
                .as("python3 is installed")
                .isZero();
        Process cases = new ProcessBuilder(List.of(
                        "python3",
                        "-B",
                        CASES.toString(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(stack.frontDoor().getPort()),
                        "--mqtt",
                        Integer.toString(stack.ports().mqtt())))
                .redirectErrorStream(true)
                .start();
        String said = new String(cases.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(cases.waitFor()).as(said).isZero();
        assertThat(said).contains("cases are right").doesNotContain("WRONG");
    }
}
