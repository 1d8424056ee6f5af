package io.dorsal.standalone.simulate.core;

import io.dorsal.model.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What one trial brings, in order of due time: a pure function of its plan, drawn day by day so that only what waits for
 * its time is in memory.
 */
public final class TrialScript {
    static final int DIARY_STARTS_DAY = -8;

    private record Waiting(Delivery delivery, long order) {}

    private final TrialPlan plan;
    private final TrialCourse course;
    private final StimulatorLog log;
    private final Uplink uplink;
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(
            Comparator.comparing((Waiting w) -> w.delivery().due()).thenComparingLong(Waiting::order));
    private LocalDate next;
    private long order;

    public TrialScript(TrialPlan plan) {
        this.plan = plan;
        this.course = plan.course();
        this.next = course.placementDate().plusDays(DIARY_STARTS_DAY);
        this.log = new StimulatorLog(
                plan.stimulator().programs(),
                new DeviceClock(course.worn().from(), plan.stimulator().clockOffsetMillis(), 0));
        this.uplink =
                new Uplink(plan.seed(), plan.stimulator(), new Link(plan.seed(), plan.stimulator(), course.days()));
        await(course.documents());
        await(plan.extra());
    }

    /** What {@link #next()} would give; null when the trial is over. */
    public @Nullable Delivery peek() {
        drawWhatMayComeFirst();
        Waiting head = waiting.peek();
        return head == null ? null : head.delivery();
    }

    public Delivery next() {
        drawWhatMayComeFirst();
        Waiting head = waiting.poll();
        if (head == null) {
            throw new NoSuchElementException("The trial is over.");
        }
        return head.delivery();
    }

    /** Nothing of a date is due before the date begins, so the head is safe once its own date is drawn. */
    private void drawWhatMayComeFirst() {
        LocalDate last = course.days().dateOf(course.removalAt());
        while (!next.isAfter(last)) {
            Waiting head = waiting.peek();
            Instant dateBegins = course.days().startOf(next);
            if (head != null && head.delivery().due().isBefore(dateBegins)) {
                return;
            }
            drawDate(next);
            next = next.plusDays(1);
        }
    }

    private void drawDate(LocalDate date) {
        int day = (int) ChronoUnit.DAYS.between(course.placementDate(), date);
        await(new DayOfPatient(plan, date, day).reports());
        Span worn = course.worn();
        if (day >= 0) {
            new DayOfStimulation(plan.stimulator(), plan.pain(), course.scale(), course.days(), date, day, plan.seed())
                    .live(log, worn);
            await(uplink.send(log.taken(), date));
        }
    }

    private void await(Collection<? extends Delivery> deliveries) {
        for (Delivery delivery : List.copyOf(deliveries)) {
            waiting.add(new Waiting(delivery, order++));
        }
    }
}
