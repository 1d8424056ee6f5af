package io.dorsal.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.embedded.FreePorts;
import io.dorsal.standalone.supervisor.ProcessIdentity;
import io.dorsal.standalone.supervisor.RunRecord;
import io.dorsal.standalone.supervisor.StackFolder;
import io.dorsal.standalone.supervisor.Supervisor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the commands say and return; those that need a stack are tested with one. */
class CommandLineTest {
    @TempDir
    Path root;

    private final StringWriter err = new StringWriter();
    private final CommandLine dorsal = Dorsal.commandLine().setErr(new PrintWriter(err, true));
    private Process supervisor;
    private Process part;

    @AfterEach
    void endProcesses() {
        for (Process process : new Process[] {supervisor, part}) {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void downEndsWhatTheSupervisorLeftRunning() throws IOException {
        StackFolder folder = StackFolder.open(root);
        supervisor = recorded(folder, Supervisor.NAME, 0);
        part = recorded(folder, "part", 1);
        assertThat(dorsal.execute("down", "--data", root.toString())).isZero();
        assertThat(supervisor.isAlive()).isFalse();
        assertThat(part.isAlive()).isFalse();
        assertThat(RunRecord.loadAll(folder)).isEmpty();
    }

    @Test
    void downOnACopyStopsNothingOfTheOriginal(@TempDir Path elsewhere) throws Exception {
        StackFolder folder = StackFolder.open(root);
        supervisor = recorded(folder, Supervisor.NAME, 0);
        part = recorded(folder, "part", 1);
        Path copy = elsewhere.resolve("copy");
        new ProcessBuilder("cp", "-a", root.toString(), copy.toString()).start().waitFor();

        assertThat(dorsal.execute("down", "--data", copy.toString())).isZero();
        assertThat(dorsal.execute("status", "--data", copy.toString())).isEqualTo(1);

        assertThat(supervisor.isAlive()).isTrue();
        assertThat(part.isAlive()).isTrue();
        assertThat(RunRecord.loadAll(folder)).hasSize(2);
        assertThat(copy.resolve("run").toFile().list()).containsExactly("lock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "postgres", "http"})
    void statusSaysOfAPartThatLivesThatItDoesNotAnswer(String scheme) throws IOException {
        StackFolder folder = StackFolder.open(root);
        part = new ProcessBuilder("sleep", "60").start();
        // The kernel accepts for it, as for any process that is frozen.
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            new RunRecord(
                            "part",
                            1,
                            ProcessIdentity.of(part.toHandle()),
                            "TERM",
                            scheme + "://127.0.0.1:" + silent.getLocalPort())
                    .save(folder);
            assertThat(dorsal.execute("status", "--data", root.toString())).isEqualTo(1);
        }
    }

    @Test
    void aFileThatCannotBeReadIsOneSentence() throws IOException {
        Files.createDirectories(root.resolve("logs/broken.log"));
        assertThat(dorsal.execute("logs", "broken", "--data", root.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith("dorsal: ");
    }

    @Test
    void simulatedTrialsNeedAStack() {
        int nobody = freePort();
        assertThat(dorsal.execute("simulate", "--trials", "1", "--days", "1", "--seed", "1", "--port", "" + nobody))
                .isEqualTo(1);
        assertThat(err)
                .hasToString("dorsal: no stack answers at http://127.0.0.1:" + nobody
                        + "; start it (./dorsal up), or say with --port N where one runs\n");
    }

    @Test
    void benchmarksOfARunningStackNeedOne() {
        assertThat(dorsal.execute("bench", "latency", "--port", "" + freePort()))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("dorsal: no stack answers at ");
    }

    private static int freePort() {
        return FreePorts.next();
    }

    private static Process recorded(StackFolder folder, String name, int order) throws IOException {
        Process process = new ProcessBuilder("sleep", "60").start();
        new RunRecord(name, order, ProcessIdentity.of(process.toHandle()), "TERM", "").save(folder);
        return process;
    }
}
