package io.dorsal.ingest;

import static io.dorsal.ingest.KafkaTopics.SECRET;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubRecException;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.dorsal.embedded.RealBackends;
import io.dorsal.model.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealBackends.class,
        initArgs = @ResourceArg(name = "kafka", value = "true"),
        restrictToAnnotatedClass = true)
class GatewayIT {
    @Inject
    Gateway gateway;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private KafkaTopics kafka;
    private String device;

    @BeforeEach
    void registerADevice() {
        kafka = new KafkaTopics(bootstrapServers);
        device = "ETS-" + UUID.randomUUID();
        kafka.register(device);
    }

    @ParameterizedTest
    @EnumSource(MqttQos.class)
    void anEventPublishedWithMqtt5IsInKafka(MqttQos qos) {
        Mqtt5BlockingClient client = client5();
        client.publishWith()
                .topic(Events.topic(device))
                .qos(qos)
                .payload(Events.bytes(Events.battery(1)))
                .send();
        client.disconnect();
        assertStored(qos);
    }

    @ParameterizedTest
    @EnumSource(MqttQos.class)
    void anEventPublishedWithMqtt311IsInKafka(MqttQos qos) {
        Mqtt3BlockingClient client = client3();
        client.publishWith()
                .topic(Events.topic(device))
                .qos(qos)
                .payload(Events.bytes(Events.battery(1)))
                .send();
        client.disconnect();
        assertStored(qos);
    }

    private void assertStored(MqttQos qos) {
        if (qos == MqttQos.AT_MOST_ONCE) {
            await().until(() -> !kafka.sequences(device).isEmpty());
        }
        ConsumerRecord<byte[], byte[]> stored =
                kafka.read(Topics.DEVICE_EVENTS, device).getFirst();
        assertThat(KafkaTopics.header(stored, "ce_id")).isEqualTo(device + "/1/1");
        assertThat(KafkaTopics.header(stored, "ce_specversion")).isEqualTo("1.0");
        assertThat(kafka.sequences(device)).containsExactly(1L);
    }

    @Test
    void aHalfGoodBatchIsStoredAndItsBadEventQuarantined() {
        Mqtt5BlockingClient client = client5();
        String bad = Events.battery(2).replace("80", "180");
        client.publishWith()
                .topic(Events.topic(device))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(Events.bytes("[" + Events.battery(1) + "," + bad + "," + Events.battery(3) + "]"))
                .send();
        client.disconnect();
        assertThat(kafka.sequences(device)).containsExactly(1L, 3L);
        List<ConsumerRecord<byte[], byte[]>> quarantined = kafka.read(Topics.QUARANTINE, device);
        assertThat(quarantined).hasSize(1);
        assertThat(new String(quarantined.getFirst().value(), StandardCharsets.UTF_8))
                .isEqualTo(bad);
        assertThat(KafkaTopics.header(quarantined.getFirst(), "ce_dorsalreason"))
                .isEqualTo("out-of-bounds");
        assertThat(KafkaTopics.header(quarantined.getFirst(), "ce_dorsaldetail"))
                .startsWith("percent: expected a number from 0 to 100");
    }

    @Test
    void noJsonIsKeptAndRefused() {
        Mqtt5BlockingClient client = client5();
        Throwable refused = catchThrowable(() -> client.publishWith()
                .topic(Events.topic(device))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(Events.bytes("no json"))
                .send());
        client.disconnect();
        assertThat(refused).isInstanceOf(Mqtt5PubAckException.class);
        assertThat(((Mqtt5PubAckException) refused).getMqttMessage().getReasonCode())
                .isEqualTo(Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID);
        assertThat(kafka.read(Topics.QUARANTINE, device)).hasSize(1);
    }

    @Test
    void noJsonOfAMebibyteIsKeptToo() {
        Mqtt5BlockingClient client = client5();
        byte[] mebibyte = new byte[1 << 20];
        new java.util.Random(1).nextBytes(mebibyte);
        Throwable refused = catchThrowable(() -> client.publishWith()
                .topic(Events.topic(device))
                .qos(MqttQos.EXACTLY_ONCE)
                .payload(mebibyte)
                .send());
        client.disconnect();
        assertThat(refused).isInstanceOf(Mqtt5PubRecException.class);
        assertThat(kafka.read(Topics.QUARANTINE, device).getFirst().value()).isEqualTo(mebibyte);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void pahoDelivers(int qos) throws Exception {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(device);
        options.setPassword(Events.bytes(SECRET));
        var client = new org.eclipse.paho.mqttv5.client.MqttClient(
                "tcp://127.0.0.1:" + gateway.mqttPort(), device, new MemoryPersistence());
        client.connect(options);
        client.publish(Events.topic(device), Events.bytes(Events.batch(1, 3)), qos, true);
        await().until(() -> kafka.sequences(device).equals(List.of(1L, 2L, 3L)));
        client.disconnect();
        client.close();
    }

    @Test
    void aWillIsAcceptedAndNeverPublished() throws Exception {
        RawDevice publisher = new RawDevice(gateway.mqttPort(), 4);
        publisher.send(
                0x10,
                new RawDevice.Body()
                        .text("MQTT")
                        .number(1, 4)
                        .number(1, 0xEE)
                        .number(2, 0)
                        .text(device)
                        .text(Events.topic(device))
                        .text(Events.battery(9))
                        .text(device)
                        .text(SECRET)
                        .bytes());
        assertThat(publisher.read().body()[1]).isZero();
        publisher.close();
        client5().disconnect();
        assertThat(kafka.sequences(device)).isEmpty();
    }

    @Test
    void healthAndMetricsSayHowItGoes() {
        given().when().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        anEventPublishedWithMqtt5IsInKafka(MqttQos.AT_LEAST_ONCE);
        String metrics = given().when()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(metrics)
                .containsPattern("dorsal_ingest_events_total\\{result=\"accepted\"\\} [1-9]")
                .contains("dorsal_ingest_connections ")
                .contains("dorsal_ingest_acknowledgement_seconds_bucket")
                .contains("dorsal_ingest_in_flight_bytes")
                .contains("dorsal_ingest_in_flight_payloads")
                .contains("dorsal_ingest_connections_held")
                .doesNotContain(device);
    }

    private Mqtt5BlockingClient client5() {
        Mqtt5BlockingClient client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(device)
                .serverHost("127.0.0.1")
                .serverPort(gateway.mqttPort())
                .buildBlocking();
        client.connectWith()
                .simpleAuth()
                .username(device)
                .password(Events.bytes(SECRET))
                .applySimpleAuth()
                .send();
        return client;
    }

    private Mqtt3BlockingClient client3() {
        Mqtt3BlockingClient client = MqttClient.builder()
                .useMqttVersion3()
                .identifier(device)
                .serverHost("127.0.0.1")
                .serverPort(gateway.mqttPort())
                .buildBlocking();
        client.connectWith()
                .simpleAuth()
                .username(device)
                .password(Events.bytes(SECRET))
                .applySimpleAuth()
                .send();
        return client;
    }
}
