package io.dorsal.responder.core;

import io.dorsal.model.DeviceId;
import io.dorsal.model.event.Happening.ClockAdjusted;
import io.dorsal.model.event.Happening.StimulationChanged;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One boot of a device, as far as the patient of this trial wore it. Events outside the assignment are the next or the
 * previous patient's and do not count. A boot belongs to the trial when one of its events does; ledger and digest then
 * name the whole boot, since a sequence number that is missing has no time.
 *
 * <p>Device time ends here: every time that comes out of a boot is corrected once, by the offset of its clock then. An event whose
 * time cannot be believed is told by its receipt and enters no figure. The facts themselves stay as they were sent.
 *
 * @param asOf what is dated later does not count
 */
record AssignedBoot(DeviceId device, BootFacts facts, BootClocks clocks, List<Assignment> assignments, Instant asOf) {

    /** The trial's boots, by device and boot number. */
    static List<AssignedBoot> of(TrialFacts facts, Instant asOf, Rules.Clock rules) {
        List<AssignedBoot> boots = new ArrayList<>();
        for (DeviceFacts device : facts.devices()) {
            List<Assignment> assignments = assignmentsOf(device.device(), facts.trial());
            for (BootFacts boot : device.boots()) {
                boots.add(new AssignedBoot(device.device(), boot, BootClocks.of(boot, rules), assignments, asOf));
            }
        }
        boots.removeIf(boot -> !boot.belongs());
        return List.copyOf(boots);
    }

    private static List<Assignment> assignmentsOf(DeviceId device, Trial trial) {
        return trial.devices().stream()
                .filter(assignment -> assignment.device().equals(device))
                .toList();
    }

    /** When the patient wore the device, up to the as-of instant. */
    static TimeSpans assigned(DeviceId device, Trial trial, Instant asOf) {
        return spans(assignmentsOf(device, trial), asOf);
    }

    private static TimeSpans spans(List<Assignment> assignments, Instant asOf) {
        return new TimeSpans(
                assignments.stream().map(assignment -> assignment.until(asOf)).toList());
    }

    private boolean belongs() {
        return facts.clockSamples().stream().map(this::dated).anyMatch(sample -> counts(sample.at()))
                || !events().isEmpty()
                || !eventsWithoutTime().isEmpty()
                || !usage().isEmpty();
    }

    /** The sample at its corrected time; at its receipt where that time cannot be believed. */
    ClockSample dated(ClockSample sample) {
        return new ClockSample(
                sample.seq(), date(clocks.at(sample.seq()), sample.at(), sample.receivedAt()), sample.receivedAt());
    }

    /** The event at its corrected time; at its receipt where that time cannot be believed. */
    KeptEvent dated(KeptEvent event) {
        return new KeptEvent(
                event.seq(),
                date(clocks.at(event.seq()), event.at(), event.receivedAt()),
                event.receivedAt(),
                event.what());
    }

    private static Instant date(DeviceClock clock, Instant deviceTime, Instant receivedAt) {
        return clock.isBelievable(deviceTime, receivedAt) ? clock.corrected(deviceTime, receivedAt) : receivedAt;
    }

    boolean hasTime(KeptEvent event) {
        return hasTime(event.clockSample());
    }

    boolean hasTime(ClockSample event) {
        return clocks.at(event.seq()).isBelievable(event.at(), event.receivedAt());
    }

    /** True when the patient wore the device at that instant and it is not after the as-of instant. */
    boolean counts(Instant instant) {
        return !instant.isAfter(asOf) && assignments.stream().anyMatch(assignment -> assignment.contains(instant));
    }

    /** The kept events of the assignment that have a time, by sequence number. */
    List<KeptEvent> events() {
        return facts.kept().stream()
                .filter(this::hasTime)
                .map(this::dated)
                .filter(event -> counts(event.at()))
                .toList();
    }

    /** The kept events without a time that were received during the assignment, at their receipt. */
    List<KeptEvent> eventsWithoutTime() {
        return facts.kept().stream()
                .filter(event -> !hasTime(event))
                .map(this::dated)
                .filter(event -> counts(event.at()))
                .toList();
    }

    /** The usage log within the assignment; none of what has no known time. */
    List<UsageSpans> usage() {
        return facts.usage().stream()
                .map(log -> worn(log, false))
                .filter(log -> !log.spans().isEmpty())
                .toList();
    }

    /** What of the log lies within the assignment, in the patient's time; or, to be handed on, as it was sent. */
    private UsageSpans worn(UsageSpans log, boolean asSent) {
        TimeSpans worn = spans(assignments, asOf);
        List<TimeSpans> parts = new ArrayList<>();
        clocks.deviceTime().forEach((correction, time) -> {
            TimeSpans part = log.spans().intersect(time).shiftedBy(correction).intersect(worn);
            parts.add(asSent ? part.shiftedBy(correction.negated()) : part);
        });
        return new UsageSpans(log.on(), log.program(), TimeSpans.unionOf(parts));
    }

    /** What the changes within the assignment tell; nothing when their times are unknown. */
    List<UsageSpans> changes() {
        TimeSpans worn = spans(assignments, asOf);
        return ChangeLog.of(this).stream()
                .map(log -> new UsageSpans(log.on(), log.program(), log.spans().intersect(worn)))
                .filter(log -> !log.spans().isEmpty())
                .toList();
    }

    /**
     * The same without what an outcome never reads: what a device told while another patient wore it, and after the
     * as-of instant. Of changes then, on and off stay: a state can begin before the device is put on.
     */
    BootFacts own() {
        List<UsageSpans> usage = facts.usage().stream()
                .map(log -> worn(log, true))
                .filter(log -> !log.spans().isEmpty())
                .toList();
        List<KeptEvent> kept =
                facts.kept().stream().flatMap(event -> own(event).stream()).toList();
        return new BootFacts(facts.boot(), facts.received(), usage, kept, facts.clockSamples(), facts.conflicts());
    }

    private Optional<KeptEvent> own(KeptEvent event) {
        if (counts(dated(event).at()) || event.what() instanceof ClockAdjusted) {
            return Optional.of(event);
        }
        return event.what() instanceof StimulationChanged change
                ? Optional.of(new KeptEvent(
                        event.seq(),
                        event.at(),
                        event.receivedAt(),
                        new StimulationChanged(change.on(), change.program(), change.cause(), null)))
                : Optional.empty();
    }
}
