package io.dorsal.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

class ProducerSettingsTest {
    private final Map<String, Object> properties =
            new ProducerSettings("127.0.0.1:1", Duration.ofMinutes(2), 64 << 20).properties();

    @Test
    void thePromiseIsInTheSettings() {
        assertThat(properties)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("delivery.timeout.ms", 120_000);
    }

    @Test
    void theBufferHoldsMoreThanCanBeInFlight() {
        assertThat((long) properties.get("buffer.memory")).isGreaterThan(64 << 20);
    }

    @Test
    void kafkaFindsTheSettingsConsistent() {
        assertThat(new ProducerConfig(properties).originals()).isNotEmpty();
        assertThat(new ProducerConfig(new ProducerSettings("127.0.0.1:1", Duration.ofMillis(100), 1).properties())
                        .originals())
                .containsEntry("request.timeout.ms", 50);
    }
}
