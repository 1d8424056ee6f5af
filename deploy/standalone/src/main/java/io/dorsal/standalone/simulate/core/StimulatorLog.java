package io.dorsal.standalone.simulate.core;

import io.dorsal.model.Span;
import io.dorsal.model.event.Cause;
import io.dorsal.model.event.Happening;
import io.dorsal.model.event.Happening.ClockAdjusted;
import io.dorsal.model.event.Happening.StimulationChanged;
import io.dorsal.model.event.Happening.UsageRecorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stimulator at work: it numbers what happens within a boot and stamps it with its own clock. */
final class StimulatorLog {
    private final List<Program> programs;
    private final List<LoggedEvent> events = new ArrayList<>();
    private DeviceClock clock;
    private Instant startedAt = Instant.EPOCH;
    private long boot = -1;
    private long seq;
    private boolean on;
    private int program;
    private @Nullable Instant spanFrom;

    StimulatorLog(List<Program> programs, DeviceClock clock) {
        this.programs = programs;
        this.clock = clock;
    }

    boolean isOn() {
        return on;
    }

    boolean isRunning(Instant now) {
        return boot >= 0 && !now.isBefore(startedAt);
    }

    Program program() {
        return programs.get(program);
    }

    DeviceClock clock() {
        return clock;
    }

    /** Starts, or starts again: sequence numbers begin anew, stimulation resumes as it was. */
    void start(Instant now, DeviceClock clock) {
        this.clock = clock;
        startedAt = now;
        boot++;
        seq = 0;
        spanFrom = null;
        turn(now, boot == 0 || on, program, boot == 0 ? Cause.CLINICIAN : Cause.SCHEDULE);
    }

    void turn(Instant now, boolean on, int program, Cause cause) {
        closeSpan(now);
        this.on = on;
        this.program = program;
        spanFrom = now;
        record(
                now,
                new StimulationChanged(
                        on, program().name(), cause, on ? program().settings() : null));
    }

    /** Writes what was on or off since the last time, if that is any time at all. */
    void closeSpan(Instant now) {
        Instant from = spanFrom;
        if (from != null && clock.at(from).isBefore(clock.at(now))) {
            Span span = new Span(clock.at(from), clock.at(now));
            record(now, new UsageRecorded(span, on, on ? program().name() : null));
            spanFrom = now;
        }
    }

    /** Power is lost; what happens until the next start is unknown. */
    void stop(Instant now) {
        closeSpan(now);
        spanFrom = null;
    }

    void adjustClock(Instant now) {
        closeSpan(now);
        DeviceClock adjusted = clock.adjusted(now);
        ClockAdjusted event = new ClockAdjusted(clock.at(now), adjusted.at(now));
        clock = adjusted;
        record(now, event);
    }

    void record(Instant now, Happening what) {
        events.add(new LoggedEvent(boot, seq++, clock.at(now), now, what));
    }

    /** What was recorded since the last call. */
    List<LoggedEvent> taken() {
        List<LoggedEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}
