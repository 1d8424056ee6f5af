package io.dorsal.ingest.mqtt;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.net.impl.NetSocketInternal;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One socket: hands packets to its stage, writes packets, and closes so that the last one arrives. */
// What fails in a channel closes it, and the close is heard.
@SuppressWarnings("FutureReturnValueIgnored")
final class Connection {
    private static final Logger LOG = Logger.getLogger(Connection.class);
    private static final long LINGER_MILLIS = 1_000;

    private final NetSocketInternal socket;
    private final ChannelHandlerContext context;
    private @Nullable Stage stage;
    private boolean ending;

    Connection(NetSocketInternal socket) {
        this.socket = socket;
        this.context = socket.channelHandlerContext();
    }

    /** Starts to hand packets to {@code first}. */
    void open(Stage first) {
        stage = first;
        socket.messageHandler(this::received);
        // Reset, broken TLS, oversized frame: Netty closes the channel after this.
        socket.exceptionHandler(error -> ending = true);
        socket.closeHandler(unused -> closed());
        socket.drainHandler(unused -> writable());
    }

    void proceedTo(Stage next) {
        stage = next;
    }

    NetSocketInternal socket() {
        return socket;
    }

    EventLoop eventLoop() {
        return context.channel().eventLoop();
    }

    boolean isEnding() {
        return ending;
    }

    private void received(Object message) {
        try {
            Stage current = stage;
            if (ending || current == null || !(message instanceof MqttMessage packet)) {
                return;
            }
            if (packet.decoderResult().isSuccess()) {
                current.received(packet);
            } else {
                unreadable(packet.decoderResult().cause());
            }
        } catch (RuntimeException e) {
            // A fault of ours: the device must learn that it was not served. The message may quote a payload.
            LOG.errorf(
                    "A packet could not be handled (%s); closing its connection",
                    e.getClass().getName());
            end(Disconnect.IMPLEMENTATION_SPECIFIC_ERROR);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void unreadable(Throwable cause) {
        if (cause instanceof MqttUnacceptableProtocolVersionException) {
            write(Packets.refused(MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION));
        }
        end(cause instanceof TooLongFrameException ? Disconnect.PACKET_TOO_LARGE : Disconnect.MALFORMED_PACKET);
    }

    private void writable() {
        if (stage != null && !ending) {
            stage.writable();
        }
    }

    private void closed() {
        ending = true;
        Stage last = stage;
        stage = null;
        if (last != null) {
            last.closed();
        }
    }

    /** Goes out with the next {@link #flush}. */
    void write(MqttMessage packet) {
        context.write(packet, context.voidPromise());
    }

    void flush() {
        context.flush();
    }

    /** Lets the stage say why, then closes. A second call changes nothing. */
    void end(Disconnect reason) {
        if (ending) {
            return;
        }
        ending = true;
        if (stage != null) {
            stage.ending(reason);
        }
        shutDown();
    }

    /**
     * Closing a socket that holds unread bytes resets it, and the peer may lose our last packet. So we say that no more
     * comes, throw away what still arrives, and close when the peer does, or soon.
     */
    private void shutDown() {
        context.channel().config().setAutoRead(true);
        SslHandler tls = context.pipeline().get(SslHandler.class);
        if (tls != null) {
            context.flush();
            tls.closeOutbound();
        } else {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((ChannelFutureListener) sent -> {
                if (sent.channel() instanceof DuplexChannel duplex) {
                    duplex.shutdownOutput();
                }
            });
        }
        eventLoop().schedule(() -> socket.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }
}
