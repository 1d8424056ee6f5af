package io.dorsal.standalone.simulate.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import io.dorsal.model.DeviceId;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A connection in MQTT 5, where a refused event has a reason code. */
final class Mqtt5Session implements Session {
    private final Mqtt5AsyncClient client;
    private final String topic;

    Mqtt5Session(Broker broker, DeviceId device, String secret) {
        topic = "dorsal/v1/devices/" + device + "/events";
        client = Mqtt5Client.builder()
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
        return client.connectWith().cleanStart(true).keepAlive(30).send();
    }

    @Override
    public CompletableFuture<?> publish(byte[] payload) {
        return client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send()
                .thenApply(result -> {
                    result.getError().ifPresent(error -> {
                        throw new IllegalStateException(error);
                    });
                    return result;
                });
    }

    @Override
    public void disconnect() {
        if (client.getState().isConnectedOrReconnect()) {
            // The connection is given up either way.
            CompletableFuture<?> unused = client.disconnect();
        }
    }
}
