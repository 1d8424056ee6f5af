package io.dorsal.model.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How a program stimulates. Only the waveform is always known; a burst has members that a tonic program lacks. */
public record Settings(
        Waveform waveform,
        @Nullable BigDecimal amplitudeMilliamps,
        @Nullable BigDecimal frequencyHz,
        @Nullable BigDecimal pulseWidthMicros,
        @Nullable BigDecimal intraburstHz,
        @Nullable Long pulsesPerBurst,
        @Nullable BigDecimal dutyCyclePercent) {}
