package io.dorsal.ingest;

import io.dorsal.ingest.core.Bounds;
import io.dorsal.ingest.kafka.KafkaJournal;
import io.dorsal.ingest.kafka.KnownDevices;
import io.dorsal.ingest.kafka.ProducerSettings;
import io.dorsal.ingest.kafka.RegistrationReader;
import io.dorsal.ingest.mqtt.MqttPorts;
import io.dorsal.ingest.mqtt.Node;
import io.dorsal.ingest.mqtt.NodeLoad;
import io.dorsal.ingest.mqtt.Sessions;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServerOptions;
import java.time.Duration;
import java.time.InstantSource;

/** The gateway without Quarkus, on a Kafka that a test may hang or kill, with bounds that a test can reach. */
public final class RealGateway implements AutoCloseable {
    public static final Bounds PER_CONNECTION = new Bounds(20, 1 << 20);
    private static final Bounds PER_NODE = new Bounds(100, 8 << 20);

    private final Vertx vertx = Vertx.vertx();
    private final KnownDevices devices = new KnownDevices(100);
    private final NodeLoad load = new NodeLoad(PER_NODE);
    private final RegistrationReader registrations;
    private final KafkaJournal journal;
    private final MqttPorts ports;
    private final int port;

    public RealGateway(String bootstrapServers, Duration ackTimeout) {
        registrations = RegistrationReader.start(bootstrapServers, devices);
        journal = KafkaJournal.open(new ProducerSettings(bootstrapServers, ackTimeout, 8 << 20), 1_000, new NoTally());
        Node.Limits limits = new Node.Limits(PER_CONNECTION, 100, Duration.ofSeconds(10), Duration.ofSeconds(10));
        ports = new MqttPorts(
                vertx,
                new Node(journal, devices, new NoTally(), load, new Sessions(), limits, InstantSource.system()),
                2);
        port = ports.open("127.0.0.1", 0, new NetServerOptions());
    }

    public int port() {
        return port;
    }

    public int payloadsInFlight() {
        return load.payloads();
    }

    @Override
    public void close() {
        ports.close(Duration.ofSeconds(2));
        journal.close();
        registrations.close();
        devices.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
