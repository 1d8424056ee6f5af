package io.dorsal.ingest;

import io.dorsal.ingest.core.Bounds;
import io.dorsal.ingest.core.Intake;
import io.dorsal.ingest.kafka.KafkaJournal;
import io.dorsal.ingest.kafka.KnownDevices;
import io.dorsal.ingest.kafka.ProducerSettings;
import io.dorsal.ingest.kafka.RegistrationReader;
import io.dorsal.ingest.metrics.MicrometerTally;
import io.dorsal.ingest.mqtt.MqttPorts;
import io.dorsal.ingest.mqtt.Node;
import io.dorsal.ingest.mqtt.NodeLoad;
import io.dorsal.ingest.mqtt.Sessions;
import io.dorsal.ingest.mqtt.TlsFiles;
import io.dorsal.model.DeviceId;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The gateway, from top to bottom: known devices in, payloads in, records out, answers back. */
@ApplicationScoped
public class Gateway {
    private static final Logger LOG = Logger.getLogger(Gateway.class);

    private final IngestConfig config;
    private final String bootstrapServers;
    private final Vertx vertx;
    private final MicrometerTally tally;
    private final KnownDevices devices;
    private @Nullable RegistrationReader registrations;
    private @Nullable KafkaJournal journal;
    private @Nullable MqttPorts ports;
    private int mqttPort;
    private int mqttsPort;

    Gateway(
            IngestConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            Vertx vertx,
            MeterRegistry registry) {
        ConfigCheck.check(config);
        this.config = config;
        this.bootstrapServers = bootstrapServers;
        this.vertx = vertx;
        this.tally = new MicrometerTally(registry);
        this.devices = new KnownDevices(config.registrationWaitsMax());
    }

    void start(@Observes StartupEvent event) {
        warmUp();
        registrations = RegistrationReader.start(bootstrapServers, devices);
        journal = openJournal();
        NodeLoad load = new NodeLoad(new Bounds(
                config.inFlight().nodePayloadsMax(), config.inFlight().nodeBytesMax()));
        tally.watchInFlight(load::payloads, load::bytes);
        Node node = new Node(journal, devices, tally, load, new Sessions(), limits(), InstantSource.system());
        openPorts(node);
    }

    /** Loads the codec before the first device comes: an event loop must not spend seconds on loading classes. */
    private static void warmUp() {
        byte[] sample =
                "[{\"type\":\"battery.measured\",\"boot\":0,\"seq\":0,\"at\":\"2026-01-01T00:00:00Z\",\"percent\":1},0]"
                        .getBytes(StandardCharsets.UTF_8);
        Intake.decide(new DeviceId("warm-up"), Instant.EPOCH, sample);
    }

    private KafkaJournal openJournal() {
        // Each connection may go over the node's bound by one payload, which it had read before it knew.
        int payloadsMax = config.inFlight().nodePayloadsMax() + config.connectionsMax();
        return KafkaJournal.open(
                new ProducerSettings(
                        bootstrapServers, config.ackTimeout(), config.inFlight().nodeBytesMax()),
                payloadsMax,
                tally);
    }

    private Node.Limits limits() {
        Bounds perConnection = new Bounds(
                config.inFlight().connectionPayloadsMax(), config.inFlight().connectionBytesMax());
        return new Node.Limits(
                perConnection, config.connectionsMax(), config.connectTimeout(), config.registrationWait());
    }

    private void openPorts(Node node) {
        MqttPorts opened = new MqttPorts(vertx, node, config.listeners());
        ports = opened;
        mqttPort = opened.open(config.host(), config.mqttPort(), new NetServerOptions());
        LOG.infof("MQTT on %s:%d", config.host(), mqttPort);
        tlsFiles().ifPresent(files -> {
            mqttsPort = opened.open(config.host(), config.mqttsPort(), files.options());
            LOG.infof("MQTT over TLS on %s:%d", config.host(), mqttsPort);
        });
    }

    private Optional<TlsFiles> tlsFiles() {
        IngestConfig.Tls tls = config.tls();
        return tls.certificate()
                .flatMap(certificate -> tls.key()
                        .flatMap(key ->
                                tls.clientAuthority().map(authority -> new TlsFiles(certificate, key, authority))));
    }

    void stop(@Observes ShutdownEvent event) {
        if (ports != null) {
            ports.close(config.shutdownGrace());
        }
        if (journal != null) {
            journal.close();
        }
        if (registrations != null) {
            registrations.close();
        }
        devices.close();
    }

    /**
     * True once every device that was registered before the start is known, so that none is refused by mistake, and while
     * the thread lives that writes to Kafka.
     */
    boolean isReady() {
        return ports != null && devices.isComplete() && journal != null && journal.isWriting();
    }

    /** The actual port, where 0 was configured. */
    public int mqttPort() {
        return mqttPort;
    }

    /** 0 without TLS. */
    public int mqttsPort() {
        return mqttsPort;
    }
}
