package io.dorsal.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.embedded.Signal;
import io.dorsal.model.wire.Json;
import io.dorsal.standalone.supervisor.RunRecord;
import io.dorsal.standalone.supervisor.Supervisor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged stack from its first start to its last stop: one story, told in order. */
@Order(1)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration DEMO_HISTORY_MAX = Duration.ofMinutes(1);
    private static final int DEMO_TRIALS = 18;
    private static final String OUTCOME = "/api/responders/T-1";

    /** Kept after a failure: its logs say why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static StackUnderTest stack;

    @BeforeAll
    static void startFromNothing() throws Exception {
        stack = new StackUnderTest(folder.resolve("stack"));
        StackUnderTest.Said said = stack.up();
        assertThat(said.status()).as(said.text()).isZero();
    }

    @AfterAll
    static void leaveNothingBehind() throws Exception {
        stack.dorsal("down");
    }

    @Test
    @Order(1)
    void everyPartIsWell() throws Exception {
        // A service that has just started may need more than the two seconds that one question waits for it.
        eventually(() -> assertThat(stack.dorsal("status").status()).isZero());
        eventually(() -> assertThat(stack.get("/q/health"))
                .returns(200, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains(
                        "device-ingest", "trial-registry", "responder-service", "opioid-service", "coverage-service"));
        eventually(() -> assertThat(stack.get("/q/metrics").body())
                .contains("dorsal_up{service=\"device-ingest\"} 1")
                .containsOnlyOnce("# TYPE jvm_threads_live_threads "));
        eventually(() -> assertThat(stack.get("/q/openapi").body())
                .contains(
                        "/api/trials/{",
                        "/api/responders/{",
                        "/api/opioids/{",
                        "/api/coverage/{",
                        "/api/policies",
                        "/api/worklist"));
    }

    @Test
    @Order(2)
    void anEventOverMqttAndReportsOverHttpBecomeAStatus() throws Exception {
        StackUnderTest.Said device = stack.dorsal("device", "add", "ETS-1");
        assertThat(device.status()).as(device.text()).isZero();
        new SampleDevice("ETS-1", device).publishWithSecret(stack.ports().mqtt());

        assertThat(stack.send("PUT", "/api/trials/T-1", SampleFacts.trial()).statusCode())
                .isEqualTo(201);
        assertThat(stack.send("POST", "/api/trials/T-1/reports", SampleFacts.diary())
                        .body())
                .contains("ACCEPTED")
                .doesNotContain("REJECTED");

        eventually(() -> assertThat(outcome()).contains("\"status\":\"RESPONDER\"", "62.5000", "ETS-1"));
    }

    @Test
    @Order(3)
    void aDeviceThatIsKnownKeepsItsSecret() throws Exception {
        assertThat(stack.dorsal("device", "add", "ETS-1").text()).contains("--rotate");
        assertThat(stack.dorsal("device", "add", "ETS-1", "--rotate").text()).contains("mosquitto_pub");
    }

    @Test
    @Order(3)
    void aDeviceWithACertificateNeedsNoSecret() throws Exception {
        StackUnderTest.Said device = stack.dorsal("device", "add", "ETS-2", "--cert");
        assertThat(device.text()).contains("--cafile");
        new SampleDevice("ETS-2", device).publishWithCertificate(stack.ports().mqttTls());
    }

    @Test
    @Order(3)
    void whatIsSimulatedIsInTheLedgers() throws Exception {
        StackUnderTest.Said said = stack.command(
                "simulate",
                "--trials=3",
                "--days=2",
                "--seed=5",
                "--check",
                "--port=" + stack.ports().frontDoor());
        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.text()).contains("Every acknowledged event is in the ledgers, exactly once.");
    }

    @Order(4)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka",
                "postgres",
                "device-ingest",
                "trial-registry",
                "responder-service",
                "opioid-service",
                "coverage-service",
                "dashboard",
                "front-door"
            })
    void aPartThatIsKilledComesBackByItself(String part) throws Exception {
        ProcessHandle killed = stack.process(part).orElseThrow();
        killed.destroyForcibly();
        await().atMost(PATIENCE)
                .until(() -> stack.process(part)
                        .filter(another -> another.pid() != killed.pid())
                        .isPresent());
        await().atMost(PATIENCE).until(() -> stack.healthStatus() == 200);
    }

    @Order(4)
    @ParameterizedTest
    @ValueSource(strings = {"kafka", "postgres", "front-door"})
    void aPartThatHangsIsSaidToAndComesBackByItself(String part) throws Exception {
        ProcessHandle hung = stack.process(part).orElseThrow();
        Signal.STOP.send(hung.pid());
        StackUnderTest.Said status = stack.dorsal("status");
        assertThat(status.status()).isEqualTo(1);
        assertThat(status.text().lines().filter(line -> line.contains(" " + part + " ")))
                .hasSize(1)
                .allMatch(line -> line.endsWith("not answering"));
        await().atMost(PATIENCE)
                .until(() -> stack.process(part)
                        .filter(another -> another.pid() != hung.pid())
                        .isPresent());
        await().atMost(PATIENCE).until(() -> stack.healthStatus() == 200);
    }

    @Test
    @Order(5)
    void stateSurvivesARestart() throws Exception {
        String before = withoutInstant(outcome());
        assertThat(stack.dorsal("down").status()).isZero();
        StackUnderTest.Said again = stack.up();
        assertThat(again.status()).as(again.text()).isZero();
        eventually(() -> assertThat(withoutInstant(outcome())).isEqualTo(before));
    }

    @Test
    @Order(6)
    void aKilledSupervisorLeavesOrphansThatTheNextStartReplaces() throws Exception {
        List<RunRecord> orphans = parts();
        stack.process(Supervisor.NAME).orElseThrow().destroyForcibly();
        StackUnderTest.Said again = stack.up();
        assertThat(again.status()).as(again.text()).isZero();
        assertThat(orphans).allMatch(orphan -> orphan.process().find().isEmpty());
        eventually(() -> assertThat(outcome()).contains("\"status\":\"RESPONDER\""));
    }

    @Test
    @Order(7)
    void aSecondStackOnTheFolderIsRefused() throws Exception {
        StackUnderTest.Said second = stack.up();
        assertThat(second.status()).isEqualTo(1);
        assertThat(second.text()).contains("is in use by a stack that runs");
    }

    @Test
    @Order(7)
    void aCopyOfTheFolderStopsNothing(@TempDir Path elsewhere) throws Exception {
        List<RunRecord> running = stack.records();
        Path copy = elsewhere.resolve("copy");
        StackUnderTest.run(List.of("cp", "-a", folder.resolve("stack").toString(), copy.toString()));

        assertThat(stack.command("down", "--data", copy.toString()).text()).contains("Nothing runs in " + copy);
        StackUnderTest.Said up = stack.command(
                "up", "--no-demo", "--port", String.valueOf(stack.ports().frontDoor()), "--data", copy.toString());
        assertThat(up.text()).contains("is in use or not allowed");

        assertThat(running)
                .isNotEmpty()
                .allMatch(record -> record.process().find().isPresent());
        assertThat(stack.healthStatus()).isEqualTo(200);
    }

    @Test
    @Order(8)
    void theDemosTrialsHaveAStatusWithinAMinute() throws Exception {
        assertThat(stack.dorsal("down").status()).isZero();
        StackUnderTest.Said again = stack.upWithDemo();
        assertThat(again.status()).as(again.text()).isZero();
        await().atMost(DEMO_HISTORY_MAX)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(demoStatuses())
                        .hasSize(DEMO_TRIALS)
                        .doesNotContain("")
                        .contains("RESPONDER", "NON_RESPONDER", "NOT_EVALUABLE"));
    }

    @Test
    @Order(9)
    void theDemoShowsAllThreeResultsOfAPolicyAndWhatIsMissing() throws Exception {
        await().atMost(DEMO_HISTORY_MAX)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(demoResults()).contains("SUPPORTED", "NOT_SUPPORTED", "INCOMPLETE"));
        await().atMost(DEMO_HISTORY_MAX)
                .untilAsserted(() ->
                        assertThat(stack.get("/api/worklist?limit=100").body()).contains("PSYCHOLOGICAL_EVALUATION"));
    }

    @Test
    @Order(10)
    void theDemosEndedTrialsAreDecidedAndOnePayerRefuses() throws Exception {
        await().atMost(DEMO_HISTORY_MAX)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(demoDecisions()).contains("IMPLANT", "NO_IMPLANT", "APPROVED", "DENIED"));
    }

    @Test
    @Order(11)
    void aStopLeavesNoProcess() throws Exception {
        List<RunRecord> running = stack.records();
        stack.process(Supervisor.NAME).orElseThrow().destroy();
        await().atMost(PATIENCE)
                .until(() -> running.stream()
                        .allMatch(record -> record.process().find().isEmpty()));
        assertThat(stack.dorsal("status").status()).isEqualTo(1);
    }

    private interface Question {
        void ask() throws Exception;
    }

    private static void eventually(Question question) {
        await().atMost(PATIENCE).ignoreException(IOException.class).untilAsserted(question::ask);
    }

    /** Of each of the demo's trials; empty where there is none yet. */
    private static List<String> demoStatuses() throws IOException, InterruptedException {
        return ofDemoTrials("/api/responders/", "status");
    }

    /** Of each of the demo's trials under its own policy; empty where none is named. */
    private static List<String> demoResults() throws IOException, InterruptedException {
        return ofDemoTrials("/api/coverage/", "result");
    }

    /** Of all of the demo's trials: what was chosen and answered. */
    private static List<String> demoDecisions() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (String id : demoTrials()) {
            JsonNode decisions = json("/api/trials/" + id + "/decisions");
            found.addAll(decisions.findValuesAsText("choice"));
            found.addAll(decisions.findValuesAsText("result"));
        }
        return found;
    }

    private static List<String> ofDemoTrials(String path, String field) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (String id : demoTrials()) {
            found.add(json(path + id).path(field).asText());
        }
        return found;
    }

    private static List<String> demoTrials() throws IOException, InterruptedException {
        return json("/api/trials?limit=100").findValuesAsText("trial").stream()
                .filter(id -> id.matches("(HP|LS)-.*"))
                .toList();
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        return Json.parse(stack.get(path).body().getBytes(UTF_8));
    }

    private static List<RunRecord> parts() throws IOException {
        return stack.records().stream()
                .filter(record -> !record.name().equals(Supervisor.NAME))
                .toList();
    }

    private static String outcome() throws IOException, InterruptedException {
        return stack.get(OUTCOME).body();
    }

    private static String withoutInstant(String outcome) {
        return outcome.replaceAll("\"(computedAt|asOf)\":\"[^\"]*\"", "");
    }
}
