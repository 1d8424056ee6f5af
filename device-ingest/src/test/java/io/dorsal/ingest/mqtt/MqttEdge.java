package io.dorsal.ingest.mqtt;

import io.dorsal.ingest.RawDevice;
import io.dorsal.ingest.core.Bounds;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServerOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/** The real MQTT edge on a free port, between fakes that a test controls. */
final class MqttEdge implements AutoCloseable {
    static final String SECRET = "secret";
    static final Bounds ROOMY = new Bounds(1_000, 1 << 26);
    static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

    final FakeJournal journal = new FakeJournal();
    final FakeDirectory directory = new FakeDirectory();
    final FakeTally tally = new FakeTally();
    final NodeLoad load;
    final MqttPorts ports;
    final int port;
    private final Vertx vertx = Vertx.vertx();

    MqttEdge() {
        this(ROOMY, ROOMY, 100);
    }

    MqttEdge(Bounds perConnection, Bounds perNode, int connectionsMax) {
        this(perConnection, perNode, connectionsMax, new NetServerOptions());
    }

    MqttEdge(Bounds perConnection, Bounds perNode, int connectionsMax, NetServerOptions options) {
        load = new NodeLoad(perNode);
        Node.Limits limits = new Node.Limits(perConnection, connectionsMax, CONNECT_TIMEOUT, Duration.ofSeconds(2));
        Node node = new Node(journal, directory, tally, load, new Sessions(), limits, InstantSource.system());
        ports = new MqttPorts(vertx, node, 2);
        port = ports.open("127.0.0.1", 0, options);
        directory.register("ETS-1", SECRET);
        directory.register("ETS-2", SECRET);
    }

    RawDevice device(String id, int version) throws IOException {
        RawDevice device = new RawDevice(port, version);
        device.connect(id, SECRET);
        return device;
    }

    @Override
    public void close() {
        ports.close(Duration.ofSeconds(1));
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
