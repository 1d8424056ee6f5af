package io.dorsal.merge;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of this library; each service has them under its own prefix. */
public interface MergeConfig {
    Consumer consumer();

    Outbox outbox();

    Progress progress();

    /** How facts are read. */
    interface Consumer {
        @WithDefault("true")
        boolean enabled();

        String group();

        /** Bounds a transaction and the memory of a batch. */
        @WithDefault("5000")
        int batchRecordsMax();

        @WithDefault("PT0.1S")
        Duration retryMin();

        @WithDefault("PT5S")
        Duration retryMax();
    }

    /** How outcomes are published. */
    interface Outbox {
        @WithDefault("500")
        int lettersMax();

        /** The slow fallback: normally a commit wakes the publisher. */
        @WithDefault("PT2S")
        Duration checkEvery();

        @WithDefault("PT30S")
        Duration deliveryTimeout();
    }

    /** When records are waiting and nothing moves, the service is not ready. */
    interface Progress {
        @WithDefault("PT5S")
        Duration checkEvery();

        @WithDefault("PT60S")
        Duration stalledAfter();
    }
}
