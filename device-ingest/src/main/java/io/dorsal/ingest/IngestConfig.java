package io.dorsal.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Everything that can be set on the gateway, beside where Kafka is. */
@ConfigMapping(prefix = "dorsal.ingest")
public interface IngestConfig {
    /** The address to listen on. */
    @WithDefault("127.0.0.1")
    String host();

    /** 0 takes a free port. */
    @WithDefault("1883")
    int mqttPort();

    /** Used only where {@link #tls} names its files. */
    @WithDefault("8883")
    int mqttsPort();

    Tls tls();

    /** PEM files; all three, or none for no TLS port. */
    interface Tls {
        Optional<Path> certificate();

        Optional<Path> key();

        /** The authority that signs device certificates. */
        Optional<Path> clientAuthority();
    }

    /** How long Kafka may take to confirm a payload before the device is told that it failed. */
    @WithDefault("PT2M")
    Duration ackTimeout();

    /** How long a client may take from the open socket to its CONNECT. */
    @WithDefault("PT10S")
    Duration connectTimeout();

    /** How long an unknown device, or one with a wrong secret, waits for a registration that may be on its way. */
    @WithDefault("PT5S")
    Duration registrationWait();

    /** How many connections may wait like that at once. */
    @WithDefault("1000")
    int registrationWaitsMax();

    @WithDefault("10000")
    int connectionsMax();

    InFlight inFlight();

    /** What may be read and not yet confirmed by Kafka, before reading stops. Bytes of memory, not of payload. */
    interface InFlight {
        /** Also MQTT 5's receive maximum. */
        @WithDefault("100")
        int connectionPayloadsMax();

        @WithDefault("8388608")
        long connectionBytesMax();

        @WithDefault("20000")
        int nodePayloadsMax();

        @WithDefault("33554432")
        long nodeBytesMax();
    }

    /** Event loops that share each port. */
    @WithDefault("2")
    int listeners();

    /** How long a stopping gateway waits for Kafka to confirm what is in flight. */
    @WithDefault("PT5S")
    Duration shutdownGrace();
}
