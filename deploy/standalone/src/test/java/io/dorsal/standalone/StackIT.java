package io.dorsal.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import io.dorsal.standalone.supervisor.RunRecord;
import io.dorsal.standalone.supervisor.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged stack from its first start to its last stop: one story, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
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
        await().atMost(PATIENCE).until(() -> stack.healthStatus() == 200);
        assertThat(stack.dorsal("status").status()).isZero();
        assertThat(stack.get("/q/health").body()).contains("device-ingest", "trial-registry", "responder-service");
        assertThat(stack.get("/q/metrics").body())
                .contains("dorsal_up{service=\"device-ingest\"} 1")
                .containsOnlyOnce("# TYPE jvm_threads_live_threads ");
        assertThat(stack.get("/q/openapi").body()).contains("/api/trials/{", "/api/responders/{");
    }

    @Test
    @Order(2)
    void anEventOverMqttAndReportsOverHttpBecomeAStatus() throws Exception {
        StackUnderTest.Said device = stack.dorsal("device", "add", "ETS-1");
        assertThat(device.status()).as(device.text()).isZero();
        publishEvent(secretOf(device));

        assertThat(stack.send("PUT", "/api/trials/T-1", trial()).statusCode()).isEqualTo(201);
        assertThat(stack.send("POST", "/api/trials/T-1/reports", diary()).body())
                .contains("ACCEPTED")
                .doesNotContain("REJECTED");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcome()).contains("\"status\":\"RESPONDER\"", "62.5000", "ETS-1"));
    }

    @Test
    @Order(3)
    void aDeviceThatIsKnownKeepsItsSecret() throws Exception {
        assertThat(stack.dorsal("device", "add", "ETS-1").text()).contains("--rotate");
        assertThat(stack.dorsal("device", "add", "ETS-1", "--rotate").text()).contains("mosquitto_pub");
        assertThat(stack.dorsal("device", "add", "ETS-1", "--cert").text()).contains("--cafile");
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

    @Test
    @Order(5)
    void stateSurvivesARestart() throws Exception {
        String before = withoutInstant(outcome());
        assertThat(stack.dorsal("down").status()).isZero();
        StackUnderTest.Said again = stack.up();
        assertThat(again.status()).as(again.text()).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(withoutInstant(outcome())).isEqualTo(before));
    }

    @Test
    @Order(6)
    void aKilledSupervisorLeavesOrphansThatTheNextStartReplaces() throws Exception {
        List<RunRecord> orphans = parts();
        stack.process(Supervisor.NAME).orElseThrow().destroyForcibly();
        StackUnderTest.Said again = stack.up();
        assertThat(again.status()).as(again.text()).isZero();
        assertThat(orphans).allMatch(orphan -> orphan.process().find().isEmpty());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcome()).contains("\"status\":\"RESPONDER\""));
    }

    @Test
    @Order(7)
    void aSecondStackOnTheFolderIsRefused() throws Exception {
        StackUnderTest.Said second = stack.up();
        assertThat(second.status()).isEqualTo(1);
        assertThat(second.text()).contains("is in use by a stack that runs");
    }

    @Test
    @Order(8)
    void aStopLeavesNoProcess() throws Exception {
        List<RunRecord> running = stack.records();
        stack.process(Supervisor.NAME).orElseThrow().destroy();
        await().atMost(PATIENCE)
                .until(() -> running.stream()
                        .allMatch(record -> record.process().find().isEmpty()));
        assertThat(stack.dorsal("status").status()).isEqualTo(1);
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

    private static String secretOf(StackUnderTest.Said added) {
        return added.text()
                .lines()
                .filter(line -> line.startsWith("secret"))
                .map(line -> line.substring("secret".length()).trim())
                .collect(Collectors.joining());
    }

    private static void publishEvent(String secret) {
        Mqtt5BlockingClient device = MqttClient.builder()
                .useMqttVersion5()
                .serverHost("127.0.0.1")
                .serverPort(stack.ports().mqtt())
                .identifier("ETS-1")
                .buildBlocking();
        // As stimulators do: a registration still on its way through Kafka is no reason to give up.
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> device.connectWith()
                                .simpleAuth()
                                .username("ETS-1")
                                .password(secret.getBytes(UTF_8))
                                .applySimpleAuth()
                                .send()
                                .getReasonCode()
                        == Mqtt5ConnAckReasonCode.SUCCESS);
        device.publishWith()
                .topic("dorsal/v1/devices/ETS-1/events")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(("{\"type\":\"usage.recorded\",\"boot\":0,\"seq\":0,\"at\":\"2026-03-04T12:00:00Z\","
                                + "\"from\":\"2026-03-04T08:00:00Z\",\"to\":\"2026-03-04T12:00:00Z\",\"on\":true,"
                                + "\"program\":1}")
                        .getBytes(UTF_8))
                .send();
        device.disconnect();
    }

    private static String trial() {
        return """
                {"clinic":"harbor-pain","subject":"S-0417","therapy":"SCS","indication":"M96.1",
                 "timezone":"America/New_York","payer":"medicare","policy":"mac-scs-ngs","painScale":"NRS",
                 "painConstruct":"AVERAGE","leadPlacedAt":"2026-03-02T15:30:00Z",
                 "plannedRemovalAt":"2026-03-09T15:00:00Z","leadRemovedAt":"2026-03-09T15:00:00Z",
                 "devices":[{"device":"ETS-1","from":"2026-03-02T16:00:00Z","to":null}],
                 "regimen":[],"documents":[],"treatments":[],"painSince":"2024-01-15","procedure":"63650",
                 "placeOfService":"22","state":"NY","utn":null}
                """;
    }

    /** A week of 8 before the leads were placed, six days of 3 with them: relief 62.5 percent. */
    private static String diary() {
        LocalDate placed = LocalDate.of(2026, 3, 2);
        return placed.minusDays(7)
                .datesUntil(placed.plusDays(7))
                .filter(day -> !day.equals(placed))
                .map(day -> pain(day, day.isBefore(placed) ? 8 : 3))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String pain(LocalDate day, int score) {
        return "{\"report\":\"p-" + day + "\",\"revision\":1,\"kind\":\"PAIN\",\"at\":\"" + day
                + "T20:00:00-05:00\",\"scale\":\"NRS\",\"construct\":\"AVERAGE\",\"score\":" + score + "}";
    }
}
