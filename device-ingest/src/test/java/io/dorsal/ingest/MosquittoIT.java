package io.dorsal.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dorsal.embedded.KafkaProcess;
import io.dorsal.embedded.KafkaSettings;
import io.dorsal.model.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that we did not write: {@code mosquitto_pub}, and mosquitto itself as a bridge. */
class MosquittoIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static KafkaProcess kafka;
    private static RealGateway gateway;
    private static KafkaTopics topics;

    @BeforeAll
    static void start() throws Exception {
        assumeInstalled("mosquitto_pub");
        kafka = KafkaProcess.start(KafkaSettings.forTest(folder.resolve("kafka")));
        topics = new KafkaTopics(kafka.bootstrapServers());
        gateway = new RealGateway(kafka.bootstrapServers(), Duration.ofSeconds(60));
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
        }
        if (kafka != null) {
            kafka.kill();
        }
    }

    @ParameterizedTest
    @CsvSource({"311,0", "311,1", "311,2", "5,0", "5,1", "5,2"})
    void mosquittoPubDelivers(String version, String qos) throws Exception {
        String device = "PUB-" + version + "-" + qos;
        topics.register(device);
        String said = publish(device, KafkaTopics.SECRET, version, qos, Events.topic(device), Events.batch(1, 3));
        if (qos.equals("1")) {
            assertThat(said).contains("received PUBACK");
        }
        if (qos.equals("2")) {
            assertThat(said).contains("received PUBREC").contains("received PUBCOMP");
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.sequences(device)).containsExactly(1L, 2L, 3L));
    }

    @Test
    void aWrongSecretIsRefused() throws Exception {
        topics.register("PUB-WRONG");
        assertThat(publish("PUB-WRONG", "wrong", "311", "1", Events.topic("PUB-WRONG"), Events.battery(1)))
                .containsIgnoringCase("bad user name or password");
        assertThat(publish("PUB-WRONG", "wrong", "5", "1", Events.topic("PUB-WRONG"), Events.battery(1)))
                .containsIgnoringCase("bad user");
    }

    @Test
    void aForeignTopicIsRefused() throws Exception {
        topics.register("PUB-FOREIGN");
        String said =
                publish("PUB-FOREIGN", KafkaTopics.SECRET, "5", "1", Events.topic("PUB-OTHER"), Events.battery(1));
        assertThat(said).contains("RC:135");
        assertThat(topics.read(Topics.DEVICE_EVENTS, "PUB-FOREIGN")).isEmpty();
    }

    @Test
    void noJsonIsKeptAndRefused() throws Exception {
        topics.register("PUB-NOJSON");
        String said = publish("PUB-NOJSON", KafkaTopics.SECRET, "5", "1", Events.topic("PUB-NOJSON"), "no json");
        assertThat(said).contains("RC:153");
        assertThat(topics.read(Topics.QUARANTINE, "PUB-NOJSON"))
                .singleElement()
                .satisfies(kept -> assertThat(new String(kept.value(), UTF_8)).isEqualTo("no json"));
    }

    @Test
    void aSubscriptionIsRefused() throws Exception {
        assumeInstalled("mosquitto_sub");
        topics.register("SUB-1");
        String said = run(List.of(
                "mosquitto_sub",
                "-d",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(gateway.port()),
                "-i",
                "SUB-1",
                "-u",
                "SUB-1",
                "-P",
                KafkaTopics.SECRET,
                "-V",
                "5",
                "-W",
                "5",
                "-t",
                "#"));
        assertThat(said).containsIgnoringCase("subscribed (mid: 1): 135");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv311", "mqttv50"})
    void aBridgeDelivers(String version) throws Exception {
        assumeInstalled("mosquitto");
        String device = "BRIDGE-" + version;
        topics.register(device);
        int port = freePort();
        Path settings = Files.writeString(folder.resolve(version + ".conf"), bridge(device, version, port));
        Process mosquitto = new ProcessBuilder("mosquitto", "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(version + ".log").toFile())
                .start();
        try {
            for (int seq = 1; seq <= 3; seq++) {
                publishLocally(port, Events.battery(seq));
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(topics.sequences(device)).containsExactly(1L, 2L, 3L));
        } finally {
            mosquitto.destroy();
            mosquitto.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** Outgoing only; without notifications it says nothing of its own. */
    private static String bridge(String device, String version, int port) {
        return """
                listener %d 127.0.0.1
                allow_anonymous true
                persistence false
                log_dest stdout
                connection dorsal
                address 127.0.0.1:%d
                bridge_protocol_version %s
                remote_clientid %s
                remote_username %s
                remote_password %s
                topic events out 1 "" dorsal/v1/devices/%s/
                notifications false
                try_private false
                """.formatted(port, gateway.port(), version, device, device, KafkaTopics.SECRET, device);
    }

    private static void publishLocally(int port, String payload) {
        await().atMost(PATIENCE).until(() -> {
            Process local = new ProcessBuilder(
                            "mosquitto_pub",
                            "-h",
                            "127.0.0.1",
                            "-p",
                            String.valueOf(port),
                            "-q",
                            "1",
                            "-t",
                            "events",
                            "-m",
                            payload)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return local.waitFor() == 0;
        });
    }

    private static String publish(
            String device, String secret, String version, String qos, String topic, String payload) throws Exception {
        return run(List.of(
                "mosquitto_pub",
                "-d",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(gateway.port()),
                "-i",
                device,
                "-u",
                device,
                "-P",
                secret,
                "-V",
                version,
                "-q",
                qos,
                "-t",
                topic,
                "-m",
                payload));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void assumeInstalled(String program) {
        boolean installed = Stream.of(System.getenv("PATH").split(":"), new String[] {"/usr/sbin", "/usr/local/sbin"})
                .flatMap(Stream::of)
                .anyMatch(bin -> Files.isExecutable(Path.of(bin, program)));
        assumeTrue(
                installed,
                "SKIPPED MosquittoIT: " + program + " is not installed (apt-get install mosquitto mosquitto-clients)");
    }
}
