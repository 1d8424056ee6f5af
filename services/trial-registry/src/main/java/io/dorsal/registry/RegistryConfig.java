package io.dorsal.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be set; docs and defaults are pinned by {@code ConfigTest}. */
@ConfigMapping(prefix = "dorsal.registry")
public interface RegistryConfig {
    Outbox outbox();

    /** How the outbox is emptied into Kafka. */
    interface Outbox {
        /** Rows that are read, sent and removed together. */
        @WithDefault("500")
        int batchRows();

        /** A look without a notification, in case one was lost; also how often a stand-by asks to take over. */
        @WithDefault("PT5S")
        Duration pollInterval();

        /** Between a failure of Kafka or the database and the next attempt. */
        @WithDefault("PT1S")
        Duration retryPause();

        /** How long Kafka may take to acknowledge a record, with all repetitions. */
        @WithDefault("PT15S")
        Duration deliveryTimeout();

        /** After failing this long the health check says so. */
        @WithDefault("PT60S")
        Duration stalledAfter();
    }
}
