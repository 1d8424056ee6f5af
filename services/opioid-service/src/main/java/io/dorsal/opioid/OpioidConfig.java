package io.dorsal.opioid;

import io.dorsal.merge.MergeConfig;
import io.dorsal.opioid.tables.ShippedTables;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** Every setting of this service; docs/configuration.md explains them, {@link Settings} refuses wrong ones. */
@ConfigMapping(prefix = "dorsal.opioid")
public interface OpioidConfig extends MergeConfig {
    @Override
    Consumer consumer();

    /** Under which outcomes are published, and computed when a caller names none. */
    @WithDefault(ShippedTables.DEFAULT_FACTOR_SET)
    String factorSet();

    Rules rules();

    /** How facts are read. */
    interface Consumer extends MergeConfig.Consumer {
        @Override
        @WithDefault("opioid-service")
        String group();
    }

    /** Which days are enough: the same choices as for pain, and to be made alike. */
    interface Rules {
        @WithDefault("4")
        int baselineAnsweredDaysMin();

        @WithDefault("3")
        int trialAnsweredDaysMin();

        @WithDefault("50")
        BigDecimal trialAnsweredPercentMin();

        @WithDefault("60")
        int trialDaysMax();
    }
}
