package io.dorsal.standalone.simulate.mqtt;

import java.util.concurrent.CompletableFuture;

/** One MQTT connection of one stimulator. Every future fails when the answer is negative or the connection ends. */
interface Session {
    CompletableFuture<?> connect();

    /** QoS 1; completes on a positive PUBACK. */
    CompletableFuture<?> publish(byte[] payload);

    /** Does not wait. */
    void disconnect();
}
