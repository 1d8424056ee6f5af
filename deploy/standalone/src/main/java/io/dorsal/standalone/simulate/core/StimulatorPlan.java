package io.dorsal.standalone.simulate.core;

import io.dorsal.model.DeviceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One external stimulator and its wearer's habits.
 *
 * @param offAtNight the patient sleeps without stimulation
 * @param outageChance that the link is away for some hours of a day, and again for its night
 * @param lossShare of the events that the device numbers but never sends
 * @param incidents by day, counted from the placement date
 * @param dense from which local date on {@code denseCadence} holds; null for never
 */
public record StimulatorPlan(
        DeviceId device,
        List<Program> programs,
        long clockOffsetMillis,
        double driftPpm,
        boolean offAtNight,
        double outageChance,
        double lossShare,
        double restartChance,
        Map<Integer, Incident> incidents,
        @Nullable LocalDate dense,
        Cadence denseCadence) {

    Cadence cadence(LocalDate date) {
        return dense != null && !date.isBefore(dense) ? denseCadence : Cadence.USUAL;
    }
}
