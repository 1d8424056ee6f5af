package io.dorsal.standalone.simulate.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import io.dorsal.model.DeviceId;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A connection in MQTT 3.1.1, where a refused event ends it. */
final class Mqtt3Session implements Session {
    private final Mqtt3AsyncClient client;
    private final String topic;

    Mqtt3Session(Broker broker, DeviceId device, String secret) {
        topic = "dorsal/v1/devices/" + device + "/events";
        client = Mqtt3Client.builder()
                .identifier(device.value())
                .serverHost(broker.host())
                .serverPort(broker.port())
                .simpleAuth()
                .username(device.value())
                .password(secret.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildAsync();
    }

    @Override
    public CompletableFuture<?> connect() {
        return client.connectWith().cleanSession(true).keepAlive(30).send();
    }

    @Override
    public CompletableFuture<?> publish(byte[] payload) {
        return client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send();
    }

    @Override
    public void disconnect() {
        if (client.getState().isConnectedOrReconnect()) {
            // The connection is given up either way.
            CompletableFuture<?> unused = client.disconnect();
        }
    }
}
