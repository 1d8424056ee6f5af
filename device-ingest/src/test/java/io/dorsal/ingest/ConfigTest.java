package io.dorsal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    @Test
    void theDefaultsAreTheDocumentedOnes() {
        IngestConfig config = config(Map.of());
        ConfigCheck.check(config);
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.mqttPort()).isEqualTo(1883);
        assertThat(config.mqttsPort()).isEqualTo(8883);
        assertThat(config.tls().certificate()).isEmpty();
        assertThat(config.tls().key()).isEmpty();
        assertThat(config.tls().clientAuthority()).isEmpty();
        assertThat(config.ackTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.registrationWait()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.registrationWaitsMax()).isEqualTo(1_000);
        assertThat(config.connectionsMax()).isEqualTo(10_000);
        assertThat(config.inFlight().connectionPayloadsMax()).isEqualTo(100);
        assertThat(config.inFlight().connectionBytesMax()).isEqualTo(8 << 20);
        assertThat(config.inFlight().nodePayloadsMax()).isEqualTo(20_000);
        assertThat(config.inFlight().nodeBytesMax()).isEqualTo(32 << 20);
        assertThat(config.listeners()).isEqualTo(2);
        assertThat(config.shutdownGrace()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mqtt-port | 70000 | mqtt-port must be from 0 to 65535, got 70000 (set DORSAL_INGEST_MQTT_PORT)
                    mqtts-port | -1 | mqtts-port must be from 0 to 65535, got -1 (set DORSAL_INGEST_MQTTS_PORT)
                    ack-timeout | PT0S | ack-timeout must be positive, got PT0S (set DORSAL_INGEST_ACK_TIMEOUT)
                    connect-timeout | PT-1S | connect-timeout must be positive, got PT-1S (set DORSAL_INGEST_CONNECT_TIMEOUT)
                    registration-wait | PT-1S | registration-wait must be not negative, got PT-1S (set DORSAL_INGEST_REGISTRATION_WAIT)
                    shutdown-grace | PT-1S | shutdown-grace must be not negative, got PT-1S (set DORSAL_INGEST_SHUTDOWN_GRACE)
                    registration-waits-max | -1 | registration-waits-max must be from 0 to 2147483647, got -1 (set DORSAL_INGEST_REGISTRATION_WAITS_MAX)
                    connections-max | 0 | connections-max must be from 1 to 2147483647, got 0 (set DORSAL_INGEST_CONNECTIONS_MAX)
                    listeners | 0 | listeners must be from 1 to 64, got 0 (set DORSAL_INGEST_LISTENERS)
                    in-flight.connection-payloads-max | 70000 | in-flight.connection-payloads-max must be from 1 to 65535, got 70000 (set DORSAL_INGEST_IN_FLIGHT_CONNECTION_PAYLOADS_MAX)
                    in-flight.connection-bytes-max | 0 | in-flight.connection-bytes-max must be from 1 to 33554432, got 0 (set DORSAL_INGEST_IN_FLIGHT_CONNECTION_BYTES_MAX)
                    in-flight.node-payloads-max | 99 | in-flight.node-payloads-max must be from 100 to 1048576, got 99 (set DORSAL_INGEST_IN_FLIGHT_NODE_PAYLOADS_MAX)
                    in-flight.node-bytes-max | 0 | in-flight.node-bytes-max must be from 1 to 68719476736, got 0 (set DORSAL_INGEST_IN_FLIGHT_NODE_BYTES_MAX)
                    tls.certificate | a.pem | tls.certificate, tls.key and tls.client-authority must be all or none, got 1 of 3 (set DORSAL_INGEST_TLS_CERTIFICATE)
                    """)
    void aRefusalSaysWhatWasExpectedWhatCameAndWhereToSetIt(String key, String value, String complaint) {
        IngestConfig config = config(Map.of("dorsal.ingest." + key, value));
        assertThatThrownBy(() -> ConfigCheck.check(config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dorsal.ingest." + complaint);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        IngestConfig config = config(Map.of("dorsal.ingest.mqtt-port", "-5", "dorsal.ingest.listeners", "0"));
        assertThatThrownBy(() -> ConfigCheck.check(config)).hasMessageContainingAll("mqtt-port", "listeners");
    }

    private static IngestConfig config(Map<String, String> set) {
        return new SmallRyeConfigBuilder()
                .withMapping(IngestConfig.class)
                .withDefaultValues(new HashMap<>(set))
                .build()
                .getConfigMapping(IngestConfig.class);
    }
}
