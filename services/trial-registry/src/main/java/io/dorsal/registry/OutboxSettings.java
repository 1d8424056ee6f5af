package io.dorsal.registry;

import java.time.Duration;
import java.util.Locale;

/** The configuration of the outbox, found to make sense. */
record OutboxSettings(
        int batchRows, Duration pollInterval, Duration retryPause, Duration deliveryTimeout, Duration stalledAfter) {
    private static final int BATCH_ROWS_MAX = 10_000;
    private static final Duration DURATION_MAX = Duration.ofHours(1);

    static OutboxSettings of(RegistryConfig.Outbox config) {
        return new OutboxSettings(
                config.batchRows(),
                config.pollInterval(),
                config.retryPause(),
                config.deliveryTimeout(),
                config.stalledAfter());
    }

    OutboxSettings {
        if (batchRows < 1 || batchRows > BATCH_ROWS_MAX) {
            throw refused("batch-rows", "from 1 to " + BATCH_ROWS_MAX, batchRows);
        }
        check("poll-interval", pollInterval);
        check("retry-pause", retryPause);
        check("delivery-timeout", deliveryTimeout);
        check("stalled-after", stalledAfter);
    }

    private static void check(String key, Duration value) {
        if (value.toMillis() < 1 || value.compareTo(DURATION_MAX) > 0) {
            throw refused(key, "from 1 ms to " + DURATION_MAX, value);
        }
    }

    private static IllegalArgumentException refused(String key, String expected, Object got) {
        String variable =
                "DORSAL_REGISTRY_OUTBOX_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
        return new IllegalArgumentException(
                "dorsal.registry.outbox.%s must be %s, got %s (set %s)".formatted(key, expected, got, variable));
    }
}
