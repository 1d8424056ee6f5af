package io.dorsal.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.dorsal.standalone.tls.DeviceTls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** A stimulator with the credentials that {@code device add} printed; it says four hours of use, with QoS 1. */
record SampleDevice(String id, StackUnderTest.Said credentials) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** With its secret, in the clear. */
    void publishWithSecret(int port) {
        Mqtt5BlockingClient client = client(port, builder -> builder);
        publish(
                client,
                () -> client.connectWith()
                        .simpleAuth()
                        .username(id)
                        .password(credential("secret").getBytes(UTF_8))
                        .applySimpleAuth()
                        .send());
    }

    /** With its certificate and no secret, over TLS. */
    void publishWithCertificate(int port) throws Exception {
        var tls = DeviceTls.of(file("authority"), file("certificate"), file("key"));
        Mqtt5BlockingClient client = client(port, builder -> builder.sslConfig(tls));
        publish(client, client::connect);
    }

    private Mqtt5BlockingClient client(int port, UnaryOperator<Mqtt5ClientBuilder> secured) {
        return secured.apply(MqttClient.builder().useMqttVersion5().identifier(id))
                .serverHost("localhost")
                .serverPort(port)
                .buildBlocking();
    }

    private void publish(Mqtt5BlockingClient client, Callable<Mqtt5ConnAck> connect) {
        // As stimulators do: a registration still on its way through Kafka is no reason to give up.
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> connect.call().getReasonCode() == Mqtt5ConnAckReasonCode.SUCCESS);
        client.publishWith()
                .topic("dorsal/v1/devices/" + id + "/events")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(("{\"type\":\"usage.recorded\",\"boot\":0,\"seq\":0,\"at\":\"2026-03-04T12:00:00Z\","
                                + "\"from\":\"2026-03-04T08:00:00Z\",\"to\":\"2026-03-04T12:00:00Z\",\"on\":true,"
                                + "\"program\":1}")
                        .getBytes(UTF_8))
                .send()
                .getError()
                .ifPresent(error -> {
                    throw new AssertionError("expected " + Mqtt5PubAckReasonCode.SUCCESS, error);
                });
        client.disconnect();
    }

    private Path file(String name) {
        return Path.of(credential(name));
    }

    private String credential(String name) {
        return credentials
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length()).trim())
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected a " + name + ", got: " + credentials.text()));
    }
}
