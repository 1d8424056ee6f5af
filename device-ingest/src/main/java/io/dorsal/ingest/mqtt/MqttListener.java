package io.dorsal.ingest.mqtt;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts connections on one event loop; several of them share a port. */
final class MqttListener extends AbstractVerticle {
    private final NetServerOptions options;
    private final Node node;
    private final AtomicInteger connections;
    private final AtomicInteger actualPort;

    MqttListener(NetServerOptions options, Node node, AtomicInteger connections, AtomicInteger actualPort) {
        this.options = options;
        this.node = node;
        this.connections = connections;
        this.actualPort = actualPort;
    }

    @Override
    public void start(Promise<Void> started) {
        NetServer server = vertx.createNetServer(options);
        server.connectHandler(this::accept);
        server.listen()
                .onSuccess(listening -> actualPort.set(listening.actualPort()))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The listener itself is what comes of it.
    private void accept(NetSocket accepted) {
        NetSocketInternal socket = (NetSocketInternal) accepted;
        if (connections.incrementAndGet() > node.limits().connectionsMax()) {
            connections.decrementAndGet();
            node.tally().connectionRefused(io.dorsal.model.Reason.OVER_CAPACITY);
            socket.close();
            return;
        }
        socket.channelHandlerContext().channel().closeFuture().addListener(closed -> connections.decrementAndGet());
        MqttPipeline.open(socket.channelHandlerContext().pipeline());
        Connection connection = new Connection(socket);
        connection.open(new Handshake(connection, node));
    }
}
