package io.dorsal.standalone.simulate.core;

import io.dorsal.model.event.Settings;
import io.dorsal.model.event.Waveform;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Typical settings per waveform [outcomes.md §4]. */
public final class Waveforms {
    private Waveforms() {}

    /** Three programs of one waveform that differ in amplitude. */
    public static List<Program> programs(Waveform waveform, Dice dice) {
        List<Program> programs = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            double strength = 0.8 + 0.2 * number + 0.1 * dice.uniform();
            programs.add(new Program("P" + number, settings(waveform, strength)));
        }
        return List.copyOf(programs);
    }

    private static Settings settings(Waveform waveform, double strength) {
        return switch (waveform) {
            case TONIC -> plain(waveform, 4.2 * strength, 50, 350);
            case HIGH_FREQUENCY -> plain(waveform, 2.1 * strength, 10_000, 30);
            case BURST -> burst(strength);
            case CLOSED_LOOP -> plain(waveform, 5.5 * strength, 60, 300);
            case DRG -> plain(waveform, 0.9 * strength, 20, 260);
            case PNS -> plain(waveform, 1.8 * strength, 100, 150);
        };
    }

    private static Settings burst(double strength) {
        return new Settings(
                Waveform.BURST, milliamps(1.2 * strength), whole(40), whole(1_000), whole(500), 5L, whole(20));
    }

    private static Settings plain(Waveform waveform, double milliamps, int hertz, int micros) {
        return new Settings(waveform, milliamps(milliamps), whole(hertz), whole(micros), null, null, null);
    }

    private static BigDecimal whole(long value) {
        return BigDecimal.valueOf(value);
    }

    private static BigDecimal milliamps(double value) {
        return BigDecimal.valueOf(Math.round(value * 10), 1);
    }
}
