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

    /**
     * What no source prescribes in {@code pain-relief/1} and {@code stimulation/1}, and in {@code holistic/1} what is
     * contested; the rest is not for configuring.
     */
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

        Mcid mcid();

        Impaired impairedFrom();

        @WithDefault("P90D")
        Duration functionBaselineAgeMax();
    }

    /** The minimal clinically important difference, in points of the scale. */
    interface Mcid {
        @WithDefault("2")
        BigDecimal painNrs();

        @WithDefault("20")
        BigDecimal painVas();

        @WithDefault("10")
        BigDecimal odi();

        @WithDefault("0.074")
        BigDecimal eq5d5l();

        @WithDefault("5")
        BigDecimal promis();

        @WithDefault("2")
        BigDecimal sleep();
    }

    /** A baseline as bad as this is impaired: at least it where lower is better, at most it where higher is. */
    interface Impaired {
        @WithDefault("4")
        BigDecimal painNrs();

        @WithDefault("40")
        BigDecimal painVas();

        @WithDefault("21")
        BigDecimal odi();

        @WithDefault("0.926")
        BigDecimal eq5d5l();

        @WithDefault("45")
        BigDecimal promisPhysicalFunction();

        @WithDefault("55")
        BigDecimal promisPainInterference();

        @WithDefault("55")
        BigDecimal promisSleepDisturbance();

        @WithDefault("8")
        BigDecimal sleep();
    }
}
