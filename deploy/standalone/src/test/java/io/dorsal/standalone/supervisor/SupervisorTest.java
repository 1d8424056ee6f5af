package io.dorsal.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dorsal.embedded.FreePorts;
import io.dorsal.embedded.HttpProbe;
import io.dorsal.embedded.Signal;
import io.dorsal.standalone.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path root;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private StackFolder folder;
    private Ports ports;

    @BeforeEach
    void openFolder() {
        folder = StackFolder.open(root.resolve("stack"));
        ports = Ports.free();
    }

    @Test
    void partsStartInOrderAndStopInReverse() throws IOException {
        try (Supervisor supervisor = open()) {
            supervisor.start(List.of(sleeper("first", Set.of()), sleeper("second", Set.of("first"))));
        }
        assertThat(said())
                .containsSubsequence("first", "ready", "second", "ready", "All ready", "second", "stopped", "first");
        assertThat(RunRecord.loadAll(folder)).isEmpty();
    }

    @Test
    void aPartThatIsKilledComesBack() throws IOException {
        try (Supervisor supervisor = open()) {
            supervisor.start(List.of(sleeper("part", Set.of())));
            ProcessHandle first = running("part");
            first.destroyForcibly();
            await().atMost(PATIENCE)
                    .until(() -> RunRecord.load(folder, "part")
                            .flatMap(record -> record.process().find())
                            .filter(second -> second.pid() != first.pid())
                            .isPresent());
            assertThat(said()).contains("ended by itself");
        }
    }

    @Test
    void aPartThatLivesAndDoesNotAnswerIsKilledAndComesBack() throws IOException {
        int port = FreePorts.next();
        Part server = new Part(
                "server",
                Set.of(),
                folder.root(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-m",
                        "jdk.httpserver",
                        "-b",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(port)),
                Map.of(),
                new Readiness.ByHttp(URI.create("http://127.0.0.1:" + port + "/")),
                Part.StopSignal.TERM,
                Part.Step.none(),
                Part.Step.none(),
                new Liveness.Service(port));
        try (Supervisor supervisor = Supervisor.open(folder, ports, toScreen(), Duration.ofSeconds(4))) {
            supervisor.start(List.of(server, sleeper("unasked", Set.of())));
            ProcessHandle first = running("server");
            ProcessHandle unasked = running("unasked");
            Signal.STOP.send(first.pid());
            await().atMost(PATIENCE.multipliedBy(2)).untilAsserted(() -> {
                assertThat(first.isAlive()).isFalse();
                assertThat(recorded("server").pid()).isNotEqualTo(first.pid());
                assertThat(HttpProbe.answers(port, "localhost", "/")).isTrue();
            });
            assertThat(said()).contains("has not answered for 4.0 s");
            assertThat(unasked.isAlive()).isTrue();
        }
    }

    @Test
    void aPartThatCannotStartFailsTheStackAndStopsTheOthers() throws IOException {
        Supervisor supervisor = open();
        assertThatThrownBy(
                        () -> supervisor.start(List.of(sleeper("good", Set.of()), part("broken", Set.of(), "exit 3"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("broken did not start")
                .hasMessageContaining("broken.log");
        assertThat(said()).containsSubsequence("good", "stopped");
    }

    @Test
    void aPartThatCannotStartStopsTheOthersThoughADependantNeverBegan() throws IOException {
        Supervisor supervisor = open();
        Part broken = part("broken", Set.of(), "exit 3");
        assertThatThrownBy(() -> supervisor.start(
                        List.of(sleeper("good", Set.of()), broken, sleeper("dependant", Set.of("broken")))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("broken did not start");
        assertThat(said()).containsSubsequence("good", "stopped");
        assertThat(RunRecord.loadAll(folder)).isEmpty();
    }

    @Test
    void aStopDuringTheStartLeavesNothingRunning() throws Exception {
        Supervisor supervisor = open();
        Part slow = part("slow", Set.of(), "exec sleep 60");
        CompletableFuture<Void> start =
                started(supervisor, List.of(sleeper("good", Set.of()), slow, sleeper("dependant", Set.of("slow"))));
        await().atMost(PATIENCE)
                .until(() -> RunRecord.load(folder, "slow").isPresent()
                        && RunRecord.load(folder, "good").isPresent());
        List<RunRecord> records = RunRecord.loadAll(folder);

        supervisor.close();

        assertThat(start)
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .havingRootCause()
                .withMessageContaining("was stopped");
        assertThat(records)
                .filteredOn(record -> !record.name().equals(Supervisor.NAME))
                .hasSize(2)
                .allMatch(record -> record.process().find().isEmpty());
        assertThat(RunRecord.loadAll(folder)).isEmpty();
    }

    @Test
    void nothingStartsAfterAStop() throws IOException {
        Supervisor supervisor = open();
        supervisor.close();
        assertThatThrownBy(() -> supervisor.start(List.of(sleeper("late", Set.of()))))
                .isInstanceOf(Refusal.class);
        assertThat(RunRecord.loadAll(folder)).isEmpty();
    }

    @Test
    void aStepThatFailsInAnyWayFailsTheStartWithItsReason() throws IOException {
        Supervisor supervisor = open();
        Part part = withSteps(sleeper("part", Set.of()), SupervisorTest::fail, Part.Step.none());
        assertThatThrownBy(() -> supervisor.start(List.of(part)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("part did not start")
                .hasMessageContaining("no PostgreSQL for this machine");
    }

    @Test
    void aPartWhoseLastStepFailsDoesNotRunOnBesideTheNextAttempt() throws IOException {
        List<Long> pids = new CopyOnWriteArrayList<>();
        Supervisor supervisor = open();
        Part part = withSteps(sleeper("part", Set.of()), Part.Step.none(), () -> {
            pids.add(running("part").pid());
            fail();
        });
        assertThatThrownBy(() -> supervisor.start(List.of(part))).isInstanceOf(Refusal.class);
        assertThat(pids).hasSize(3).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    }

    @Test
    void aFolderInUseIsRefused() throws IOException {
        try (Supervisor supervisor = open()) {
            supervisor.say("holds the folder");
            assertThatThrownBy(this::open).isInstanceOf(Refusal.class).hasMessageContaining("is in use by a stack");
        }
    }

    @Test
    void anOrphanIsStoppedFirstAndAStrangerWithItsPidIsLeftAlone() throws IOException {
        Process orphan = new ProcessBuilder("sleep", "60").start();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        ProcessIdentity another = new ProcessIdentity(
                stranger.pid(),
                ProcessIdentity.of(stranger.toHandle()).started().minusSeconds(60));
        new RunRecord("orphan", 1, ProcessIdentity.of(orphan.toHandle()), "TERM", "").save(folder);
        new RunRecord("stranger", 2, another, "TERM", "").save(folder);
        try (Supervisor supervisor = open()) {
            supervisor.say("open");
            assertThat(orphan.isAlive()).isFalse();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aStackOnACopyLeavesTheOriginalsPartsAlone() throws Exception {
        Process original = new ProcessBuilder("sleep", "60").start();
        new RunRecord("part", 1, ProcessIdentity.of(original.toHandle()), "TERM", "").save(folder);
        Path copy = root.resolve("copy");
        new ProcessBuilder("cp", "-a", folder.root().toString(), copy.toString())
                .start()
                .waitFor();
        folder = StackFolder.open(copy);
        try (Supervisor supervisor = open()) {
            supervisor.say("open");
            assertThat(original.isAlive()).isTrue();
        } finally {
            original.destroyForcibly();
        }
    }

    private Supervisor open() throws IOException {
        return Supervisor.open(folder, ports, toScreen());
    }

    private PrintStream toScreen() {
        return new PrintStream(screen, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private ProcessHandle running(String name) throws IOException {
        return RunRecord.load(folder, name).orElseThrow().process().find().orElseThrow();
    }

    private ProcessIdentity recorded(String name) throws IOException {
        return RunRecord.load(folder, name).orElseThrow().process();
    }

    private static CompletableFuture<Void> started(Supervisor supervisor, List<Part> parts) {
        // On a thread of its own: the common pool, which is one thread on two cores, hears of the ends of processes.
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        supervisor.start(parts);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    private static void fail() {
        throw new IllegalStateException("no PostgreSQL for this machine");
    }

    private static Part withSteps(Part part, Part.Step beforeStart, Part.Step onceUp) {
        return new Part(
                part.name(),
                part.after(),
                part.folder(),
                part.command(),
                part.environment(),
                part.readiness(),
                part.stopSignal(),
                beforeStart,
                onceUp,
                part.liveness());
    }

    private Part sleeper(String name, Set<String> after) {
        return part(name, after, "echo up; exec sleep 60");
    }

    private Part part(String name, Set<String> after, String script) {
        return new Part(
                name,
                after,
                folder.root(),
                List.of("sh", "-c", script),
                Map.of(),
                new Readiness.ByLine("up"::equals),
                Part.StopSignal.TERM,
                Part.Step.none(),
                Part.Step.none(),
                new Liveness.Unasked());
    }
}
