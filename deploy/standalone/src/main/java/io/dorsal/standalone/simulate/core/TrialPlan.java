package io.dorsal.standalone.simulate.core;

import java.util.List;

/**
 * Everything that decides what one simulated trial will bring.
 *
 * @param extra what comes beside the diary, such as a correction or a decision
 */
public record TrialPlan(
        long seed, TrialCourse course, Pain pain, Diary diary, StimulatorPlan stimulator, List<Delivery> extra) {}
