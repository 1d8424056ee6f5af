package io.dorsal.responder.core;

import io.dorsal.model.event.Settings;
import io.dorsal.model.event.Waveform;
import io.dorsal.model.trial.Therapy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a therapy or waveform usually has. Others are shown with a "please check"; nothing is concluded.
 *
 * <p>Sources: tonic 30–120 Hz, high frequency 10 kHz, burst 40 Hz of 5 pulses at 500 Hz, and DRG 4–100 Hz, 40–720 µs,
 * 0–6 mA, all as in the project's outcome definitions, section 4 (published trial protocols and device manuals).
 * Closed-loop and peripheral nerve stimulation vary too much between devices to have a range here.
 */
record UsualSettings(
        String of,
        @Nullable Range frequencyHz,
        @Nullable Range pulseWidthMicros,
        @Nullable Range amplitudeMilliamps,
        @Nullable Range intraburstHz,
        @Nullable Range pulsesPerBurst) {

    /** Both ends are usual. */
    record Range(BigDecimal min, BigDecimal max) {
        static Range of(long min, long max) {
            return new Range(BigDecimal.valueOf(min), BigDecimal.valueOf(max));
        }

        boolean contains(BigDecimal value) {
            return min.compareTo(value) <= 0 && value.compareTo(max) <= 0;
        }

        @Override
        public String toString() {
            return min.compareTo(max) == 0 ? min.toPlainString() : min.toPlainString() + "–" + max.toPlainString();
        }
    }

    private static final UsualSettings TONIC =
            new UsualSettings("tonic stimulation", Range.of(30, 120), null, null, null, null);
    private static final UsualSettings HIGH_FREQUENCY =
            new UsualSettings("high-frequency stimulation", Range.of(10_000, 10_000), null, null, null, null);
    private static final UsualSettings BURST =
            new UsualSettings("burst stimulation", Range.of(40, 40), null, null, Range.of(500, 500), Range.of(5, 5));
    private static final UsualSettings DRG =
            new UsualSettings("DRG stimulation", Range.of(4, 100), Range.of(40, 720), Range.of(0, 6), null, null);

    /** Null where no range is published. */
    static @Nullable UsualSettings of(Therapy therapy, Waveform waveform) {
        if (therapy == Therapy.DRG) {
            return DRG;
        }
        return switch (waveform) {
            case TONIC -> TONIC;
            case HIGH_FREQUENCY -> HIGH_FREQUENCY;
            case BURST -> BURST;
            case DRG -> DRG;
            case CLOSED_LOOP, PNS -> null;
        };
    }

    /** One sentence per setting outside its range. */
    List<String> unusual(Settings settings) {
        List<String> sentences = new ArrayList<>();
        check("frequency", settings.frequencyHz(), "Hz", frequencyHz, sentences);
        check("pulse width", settings.pulseWidthMicros(), "µs", pulseWidthMicros, sentences);
        check("amplitude", settings.amplitudeMilliamps(), "mA", amplitudeMilliamps, sentences);
        check("frequency within a burst", settings.intraburstHz(), "Hz", intraburstHz, sentences);
        Long pulses = settings.pulsesPerBurst();
        check("pulses per burst", pulses == null ? null : BigDecimal.valueOf(pulses), "", pulsesPerBurst, sentences);
        return sentences;
    }

    private void check(
            String what, @Nullable BigDecimal value, String unit, @Nullable Range usual, List<String> sentences) {
        if (value != null && usual != null && !usual.contains(value)) {
            String shown = value.stripTrailingZeros().toPlainString();
            sentences.add("%s %s; usual for %s is %s"
                    .formatted(what, withUnit(shown, unit), of, withUnit(usual.toString(), unit)));
        }
    }

    private static String withUnit(String value, String unit) {
        return unit.isEmpty() ? value : value + " " + unit;
    }
}
