package io.dorsal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pins every key, default and refusal of {@code dorsal.registry}. */
class ConfigTest {
    @Test
    void theseAreAllKeys() {
        List<String> keys = Arrays.stream(RegistryConfig.Outbox.class.getMethods())
                .map(method -> method.getName())
                .toList();

        assertThat(RegistryConfig.class.getMethods()).extracting("name").containsExactly("outbox");
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        "batchRows", "pollInterval", "retryPause", "deliveryTimeout", "stalledAfter");
    }

    @Test
    void theseAreTheDefaults() {
        assertThat(settings(Map.of()))
                .isEqualTo(new OutboxSettings(
                        500,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(60)));
    }

    @Test
    void eachKeyIsRead() {
        assertThat(settings(Map.of(
                        "dorsal.registry.outbox.batch-rows", "7",
                        "dorsal.registry.outbox.poll-interval", "PT2S",
                        "dorsal.registry.outbox.retry-pause", "PT3S",
                        "dorsal.registry.outbox.delivery-timeout", "PT4S",
                        "dorsal.registry.outbox.stalled-after", "PT5S")))
                .isEqualTo(new OutboxSettings(
                        7, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofSeconds(5)));
    }

    @Test
    void aRefusalSaysWhatWasExpectedAndWhatToSet() {
        assertThatThrownBy(() -> settings(Map.of("dorsal.registry.outbox.batch-rows", "0")))
                .hasMessage("dorsal.registry.outbox.batch-rows must be from 1 to 10000, got 0"
                        + " (set DORSAL_REGISTRY_OUTBOX_BATCH_ROWS)");
        for (String key : List.of("poll-interval", "retry-pause", "delivery-timeout", "stalled-after")) {
            assertThatThrownBy(() -> settings(Map.of("dorsal.registry.outbox." + key, "PT0S")))
                    .hasMessageStartingWith("dorsal.registry.outbox.%s must be from 1 ms to PT1H, got PT0S", key);
        }
    }

    private static OutboxSettings settings(Map<String, String> properties) {
        RegistryConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(RegistryConfig.class)
                .withDefaultValues(properties)
                .build()
                .getConfigMapping(RegistryConfig.class);
        return OutboxSettings.of(config.outbox());
    }
}
