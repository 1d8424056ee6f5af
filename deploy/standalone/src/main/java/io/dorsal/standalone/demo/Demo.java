package io.dorsal.standalone.demo;

import io.dorsal.standalone.simulate.Simulation;
import io.dorsal.standalone.simulate.core.TimeLapse;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.http.FrontDoor;
import io.dorsal.standalone.simulate.http.Registry;
import io.dorsal.standalone.simulate.retry.Patience;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Plays the demo clinic: what lies behind at once, then live, at the speed of life. */
public final class Demo {
    private static final int STARTED_DAYS_AGO_MAX = 3;

    private Demo() {}

    /**
     * Returns when stopped. Played again it goes on where it was: ids and facts follow from the day on which it was
     * played first, and what the platform has already is not counted twice.
     */
    public static void play(URI frontDoor, int mqttPort, BooleanSupplier stop) throws InterruptedException {
        InstantSource clock = InstantSource.system();
        try {
            List<TrialPlan> plans = plans(frontDoor, stop);
            Instant now = clock.instant();
            Simulation simulation = new Simulation(plans, frontDoor, mqttPort, clock, stop);
            simulation.play(now, new TimeLapse(now, now, 1));
        } catch (Patience.Stopped e) {
            // Asked for before the first trial was written.
        }
    }

    /** The trials that this stack's demo plays, whether it has begun or not. */
    public static List<TrialPlan> plans(URI frontDoor, BooleanSupplier stop) {
        return DemoClinic.plans(firstPlayed(frontDoor, InstantSource.system(), stop));
    }

    /** The latest of the last days whose clinic the platform knows; today when it knows none or only old ones. */
    private static LocalDate firstPlayed(URI frontDoor, InstantSource clock, BooleanSupplier stop) {
        Registry registry = new Registry(new FrontDoor(frontDoor, new Patience(stop)));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (int ago = 0; ago <= STARTED_DAYS_AGO_MAX; ago++) {
            LocalDate day = today.minusDays(ago);
            if (registry.exists(DemoClinic.plans(day).getFirst().course().trial())) {
                return day;
            }
        }
        return today;
    }
}
