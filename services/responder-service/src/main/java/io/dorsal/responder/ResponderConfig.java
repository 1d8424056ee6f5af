package io.dorsal.responder;

import io.dorsal.merge.MergeConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** Every setting of this service; docs/configuration.md explains them, {@link Settings} refuses wrong ones. */
@ConfigMapping(prefix = "dorsal.responder")
public interface ResponderConfig extends MergeConfig {
    @Override
    Consumer consumer();

    Rules rules();

    /** How facts are read. */
    interface Consumer extends MergeConfig.Consumer {
        @Override
        @WithDefault("responder-service")
        String group();
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
