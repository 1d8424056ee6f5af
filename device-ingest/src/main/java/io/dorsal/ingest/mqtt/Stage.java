package io.dorsal.ingest.mqtt;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;

/** What a connection is doing: shaking hands, or serving a device. Called on the connection's event loop. */
interface Stage {
    void received(MqttMessage packet);

    /** The connection is being closed from our side: whatever the stage can still tell, it tells now. */
    void ending(Disconnect reason);

    void closed();

    /** The socket takes bytes again. */
    default void writable() {}
}
