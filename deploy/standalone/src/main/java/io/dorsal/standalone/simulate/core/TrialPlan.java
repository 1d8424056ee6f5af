package io.dorsal.standalone.simulate.core;

import io.dorsal.standalone.simulate.core.Delivery.ReportsFiled;
import java.util.List;

/**
 * Everything that decides what one simulated trial will bring.
 *
 * @param extra reports beside the diary, such as a correction
 */
public record TrialPlan(
        long seed, TrialCourse course, Pain pain, Diary diary, StimulatorPlan stimulator, List<ReportsFiled> extra) {}
