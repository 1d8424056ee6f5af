package io.dorsal.standalone.simulate.core;

import io.dorsal.model.LocalDays;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Span;
import io.dorsal.model.event.Cause;
import io.dorsal.model.event.Happening;
import io.dorsal.model.event.Happening.PainReported;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One local date in the life of a stimulator: what happens when, drawn first and then lived through in order. */
final class DayOfStimulation {
    private static final Duration RESTART_TAKES = Duration.ofMinutes(4);

    /** A device that is about to be taken off is not started again: by its own clock that may be after the trial. */
    private static final Duration RUNS_AFTER_RESTART_MIN = Duration.ofMinutes(10);

    private static final double PROGRAM_CHANGE_CHANCE = 0.2;
    private static final double CLOCK_ADJUSTED_CHANCE = 0.04;

    /** What the device does at one instant. */
    private interface Action {
        void on(StimulatorLog log, Instant now);
    }

    private record Moment(Instant at, Action action) {}

    private final StimulatorPlan plan;
    private final Pain pain;
    private final PainScale scale;
    private final Dice dice;
    private final int day;
    private final Span date;
    private final Cadence cadence;
    private final List<Moment> moments = new ArrayList<>();

    DayOfStimulation(
            StimulatorPlan plan, Pain pain, PainScale scale, LocalDays days, LocalDate date, int day, long seed) {
        this.plan = plan;
        this.pain = pain;
        this.scale = scale;
        this.dice = Dice.of(seed, plan.device(), "day", date);
        this.day = day;
        this.date = days.spanOf(date);
        this.cadence = plan.cadence(date);
    }

    /** Lives through the part of the date during which the device is worn. */
    void live(StimulatorLog log, Span worn) {
        drawStimulation();
        drawMeasurements();
        drawIncidents(worn);
        moments.sort(Comparator.comparing(Moment::at));
        if (date.contains(worn.from())) {
            log.start(worn.from(), new DeviceClock(worn.from(), plan.clockOffsetMillis(), plan.driftPpm()));
        }
        for (Moment moment : moments) {
            if (worn.contains(moment.at()) && log.isRunning(moment.at())) {
                moment.action().on(log, moment.at());
            }
        }
        if (date.contains(worn.to())) {
            log.stop(worn.to());
        }
    }

    private void drawStimulation() {
        Instant wake = hour(dice.between(6.3, 7.8));
        Instant sleep = hour(dice.between(21.8, 23.2));
        if (plan.offAtNight()) {
            at(wake, (log, now) -> turn(log, now, true, Cause.PATIENT));
            at(sleep, (log, now) -> turn(log, now, false, Cause.PATIENT));
        }
        int breaks = dice.below(3);
        for (int i = 0; i < breaks; i++) {
            Instant off = hour(dice.between(9 + 4 * i, 12 + 4 * i));
            at(off, (log, now) -> turn(log, now, false, Cause.PATIENT));
            at(off.plusSeconds(1_200 + dice.below(4_200)), (log, now) -> turn(log, now, true, Cause.PATIENT));
        }
        if (dice.chance(PROGRAM_CHANGE_CHANCE)) {
            int program = dice.below(plan.programs().size());
            at(hour(dice.between(9, 18)), (log, now) -> log.turn(now, true, program, Cause.CLINICIAN));
        }
    }

    /** Only changes are logged: switching on what is on says nothing. */
    private void turn(StimulatorLog log, Instant now, boolean on, Cause cause) {
        if (log.isOn() != on) {
            log.turn(now, on, plan.programs().indexOf(log.program()), cause);
        }
    }

    private void drawMeasurements() {
        every(cadence.usage(), date, (log, now) -> log.closeSpan(now));
        every(cadence.button(), new Span(hour(7.5), hour(22)), this::pressButton);
        Measurements measurements = new Measurements(dice);
        every(Duration.ofHours(6), date, measurements::battery);
        every(Duration.ofHours(1), date, measurements::ecap);
        at(hour(8 + dice.uniform()), measurements::impedance);
    }

    private void pressButton(StimulatorLog log, Instant now) {
        Happening press = new PainReported(
                scale, Pain.score(pain.momentary(day, log.isOn(), dice), scale), PainConstruct.CURRENT);
        log.record(now, press);
    }

    private void drawIncidents(Span worn) {
        Incident incident = plan.incidents().get(day);
        if (incident == null && dice.chance(plan.restartChance())) {
            incident = Incident.RESTART;
        }
        if (incident != null) {
            Incident happens = incident;
            at(hour(dice.between(8, 11)), (log, now) -> incident(happens, log, now, worn));
        } else if (dice.chance(CLOCK_ADJUSTED_CHANCE)) {
            at(hour(dice.between(9, 21)), (log, now) -> log.adjustClock(now));
        }
    }

    private void incident(Incident incident, StimulatorLog log, Instant now, Span worn) {
        switch (incident) {
            case RESTART -> restart(log, now, log.clock(), worn);
            case CLOCK_RESET ->
                restart(log, now, DeviceClock.forgotten(now.plus(RESTART_TAKES), plan.driftPpm()), worn);
            case LEAD_DISCONNECTED -> log.record(now, new Happening.LeadDisconnected("L1"));
            case LOW_BATTERY -> log.record(now, new Happening.FaultRaised("BATTERY_LOW", "WARNING"));
        }
    }

    private static void restart(StimulatorLog log, Instant now, DeviceClock clock, Span worn) {
        Instant back = now.plus(RESTART_TAKES);
        if (worn.contains(back.plus(RUNS_AFTER_RESTART_MIN))) {
            log.stop(now);
            log.start(back, clock);
        }
    }

    private void every(Duration step, Span span, Action action) {
        long jitterMillis = dice.below((int) Math.min(step.toMillis(), 600_000));
        for (Instant at = span.from().plusMillis(jitterMillis); span.contains(at); at = at.plus(step)) {
            at(at, action);
        }
    }

    private void at(Instant when, Action action) {
        moments.add(new Moment(when, action));
    }

    /** That many hours after local midnight, by a clock that knows no summer time: close enough for a habit. */
    private Instant hour(double hours) {
        return date.from().plusSeconds(Math.round(hours * 3_600));
    }
}
