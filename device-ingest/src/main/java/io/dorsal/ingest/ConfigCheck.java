package io.dorsal.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Refuses a configuration that cannot work, naming for each key what was expected, what came and where to set it. */
final class ConfigCheck {
    private static final int PORT_MAX = 65_535;
    private static final int RECEIVE_MAXIMUM = 65_535;

    private final List<String> complaints = new ArrayList<>();

    private ConfigCheck() {}

    /**
     * @throws IllegalArgumentException with one line per wrong key
     */
    static void check(IngestConfig config) {
        ConfigCheck check = new ConfigCheck();
        check.between("mqtt-port", config.mqttPort(), 0, PORT_MAX);
        check.between("mqtts-port", config.mqttsPort(), 0, PORT_MAX);
        check.positive("ack-timeout", config.ackTimeout());
        check.positive("connect-timeout", config.connectTimeout());
        check.notNegative("registration-wait", config.registrationWait());
        check.notNegative("shutdown-grace", config.shutdownGrace());
        check.between("registration-waits-max", config.registrationWaitsMax(), 0, Integer.MAX_VALUE);
        check.between("connections-max", config.connectionsMax(), 1, Integer.MAX_VALUE);
        check.between("listeners", config.listeners(), 1, 64);
        check.inFlight(config.inFlight());
        check.tls(config.tls());
        if (!check.complaints.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", check.complaints));
        }
    }

    private void inFlight(IngestConfig.InFlight bounds) {
        between("in-flight.connection-payloads-max", bounds.connectionPayloadsMax(), 1, RECEIVE_MAXIMUM);
        between("in-flight.connection-bytes-max", bounds.connectionBytesMax(), 1, bounds.nodeBytesMax());
        between("in-flight.node-payloads-max", bounds.nodePayloadsMax(), bounds.connectionPayloadsMax(), 1 << 20);
        between("in-flight.node-bytes-max", bounds.nodeBytesMax(), 1, 1L << 36);
    }

    private void tls(IngestConfig.Tls tls) {
        long named = Stream.of(tls.certificate(), tls.key(), tls.clientAuthority())
                .filter(java.util.Optional::isPresent)
                .count();
        if (named != 0 && named != 3) {
            complain(
                    "tls.certificate, tls.key and tls.client-authority",
                    "all or none",
                    named + " of 3",
                    "tls.certificate");
        }
    }

    private void between(String key, long value, long min, long max) {
        if (value < min || value > max) {
            complain(key, "from %d to %d".formatted(min, max), String.valueOf(value), key);
        }
    }

    private void positive(String key, Duration value) {
        if (!value.isPositive()) {
            complain(key, "positive", value.toString(), key);
        }
    }

    private void notNegative(String key, Duration value) {
        if (value.isNegative()) {
            complain(key, "not negative", value.toString(), key);
        }
    }

    private void complain(String what, String expected, String got, String key) {
        String variable = "DORSAL_INGEST_"
                + key.toUpperCase(java.util.Locale.ROOT).replace('-', '_').replace('.', '_');
        complaints.add("dorsal.ingest.%s must be %s, got %s (set %s)".formatted(what, expected, got, variable));
    }
}
