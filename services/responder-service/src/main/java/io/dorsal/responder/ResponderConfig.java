package io.dorsal.responder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** Every setting of this service; docs/configuration.md explains them, {@link Settings} refuses wrong ones. */
@ConfigMapping(prefix = "dorsal.responder")
public interface ResponderConfig {
    Consumer consumer();

    Outbox outbox();

    Progress progress();

    Rules rules();

    /** How facts are read. */
    interface Consumer {
        @WithDefault("true")
        boolean enabled();

        @WithDefault("responder-service")
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

    /** What no source prescribes in {@code pain-relief/1} and {@code stimulation/1}; the rest is not for configuring. */
    interface Rules {
        @WithDefault("4")
        int baselineAnsweredDaysMin();

        @WithDefault("3")
        int trialAnsweredDaysMin();

        @WithDefault("50")
        BigDecimal trialAnsweredPercentMin();

        @WithDefault("60")
        int trialDaysMax();

        @WithDefault("PT30M")
        Duration washout();

        @WithDefault("2")
        BigDecimal impedanceJumpFactor();

        @WithDefault("PT24H")
        Duration clockOffsetMax();

        @WithDefault("PT60S")
        Duration clockLiveApartMin();

        @WithDefault("PT60S")
        Duration clockLiveDriftMax();
    }
}
