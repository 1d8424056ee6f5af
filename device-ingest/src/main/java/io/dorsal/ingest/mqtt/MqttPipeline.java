package io.dorsal.ingest.mqtt;

import io.dorsal.model.wire.DevicePayload;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.IdleStateHandler;

/** The way of bytes between a socket and its connection: Netty's MQTT codec, and a valve behind the decoder. */
final class MqttPipeline {
    /** A full payload, the longest own topic, and room for MQTT 5 properties. */
    static final int PACKET_BYTES_MAX = DevicePayload.BYTES_MAX + 16 * 1_024;

    /** CONNECT may carry a will, which is ignored, of up to 64 KiB; a stranger gets no more memory than this. */
    private static final int CONNECT_BYTES_MAX = 80 * 1_024;

    private static final int CLIENT_ID_LENGTH_MAX = 64;
    private static final String DECODER = "mqtt-decoder";

    /** Vert.x's own handler, the last one. */
    private static final String SOCKET = "handler";

    private MqttPipeline() {}

    static void open(ChannelPipeline pipeline) {
        pipeline.addBefore(SOCKET, "mqtt-encoder", MqttEncoder.INSTANCE);
        pipeline.addBefore(SOCKET, DECODER, new MqttDecoder(CONNECT_BYTES_MAX, CLIENT_ID_LENGTH_MAX));
        // One read from the socket may hold hundreds of packets. While reading is stopped they wait here.
        pipeline.addBefore(SOCKET, "valve", new FlowControlHandler());
    }

    /** From here on the client is a device that we know. */
    static void admit(Connection connection, int keepAliveSeconds, Runnable whenSilent) {
        ChannelPipeline pipeline = connection.socket().channelHandlerContext().pipeline();
        pipeline.replace(DECODER, DECODER, new MqttDecoder(PACKET_BYTES_MAX, CLIENT_ID_LENGTH_MAX));
        if (keepAliveSeconds > 0) {
            // Before the decoder: bytes of a large payload are a sign of life, too.
            pipeline.addBefore(DECODER, "idle", new IdleStateHandler(keepAliveSeconds * 3 / 2 + 1, 0, 0));
            pipeline.addBefore(SOCKET, "keep-alive", new KeepAlive(whenSilent));
        }
    }
}
