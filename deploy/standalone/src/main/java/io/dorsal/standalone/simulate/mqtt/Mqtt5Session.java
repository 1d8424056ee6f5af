package io.dorsal.standalone.simulate.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.dorsal.model.DeviceId;
import io.dorsal.standalone.simulate.retry.Patience;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A connection in MQTT 5, where a refused event has a reason code. */
final class Mqtt5Session implements Session {
    /** No repetition makes them right; everything else may be better the next time. */
    private static final Set<Mqtt5PubAckReasonCode> FOR_GOOD =
            Set.of(Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID, Mqtt5PubAckReasonCode.NOT_AUTHORIZED);

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
                    result.getError().ifPresent(Mqtt5Session::refuse);
                    return result;
                });
    }

    private static void refuse(Throwable error) {
        if (error instanceof Mqtt5PubAckException negative
                && FOR_GOOD.contains(negative.getMqttMessage().getReasonCode())) {
            throw new Patience.Hopeless("The gateway refuses a payload for good: "
                    + negative.getMqttMessage().getReasonCode());
        }
        throw new IllegalStateException(error);
    }

    @Override
    public void disconnect() {
        if (client.getState().isConnectedOrReconnect()) {
            // The connection is given up either way.
            CompletableFuture<?> unused = client.disconnect();
        }
    }
}
