package io.dorsal.responder.core;

import io.dorsal.model.DeviceId;
import io.dorsal.model.event.Happening.ClockAdjusted;
import io.dorsal.model.event.Happening.StimulationChanged;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One boot of a device, as far as the patient of this trial wore it. Events outside the assignment are the next or the
 * previous patient's and do not count. A boot belongs to the trial when one of its events does; ledger and digest then
 * name the whole boot, since a sequence number that is missing has no time.
 *
 * <p>Device time ends here: every time that comes out of a boot is corrected once, by the clock's offset. An event whose
 * time cannot be believed is told by its receipt and enters no figure. The facts themselves stay as they were sent.
 *
 * @param asOf what is dated later does not count
 */
record AssignedBoot(DeviceId device, BootFacts facts, DeviceClock clock, List<Assignment> assignments, Instant asOf) {

    /** The trial's boots, by device and boot number. */
    static List<AssignedBoot> of(TrialFacts facts, Instant asOf, Rules.Clock rules) {
        List<AssignedBoot> boots = new ArrayList<>();
        for (DeviceFacts device : facts.devices()) {
            List<Assignment> assignments = assignmentsOf(device.device(), facts.trial());
            for (BootFacts boot : device.boots()) {
                DeviceClock clock = DeviceClock.of(boot.clockSamples(), rules);
                boots.add(new AssignedBoot(device.device(), boot, clock, assignments, asOf));
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
        return new ClockSample(sample.seq(), date(sample.at(), sample.receivedAt()), sample.receivedAt());
    }

    /** The event at its corrected time; at its receipt where that time cannot be believed. */
    KeptEvent dated(KeptEvent event) {
        return new KeptEvent(event.seq(), date(event.at(), event.receivedAt()), event.receivedAt(), event.what());
    }

    private Instant date(Instant deviceTime, Instant receivedAt) {
        return clock.isBelievable(deviceTime, receivedAt) ? clock.corrected(deviceTime) : receivedAt;
    }

    boolean hasTime(KeptEvent event) {
        return clock.isBelievable(event.at(), event.receivedAt());
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

    /** The usage log within the assignment; none when its times are unknown. */
    List<UsageSpans> usage() {
        return facts.usage().stream()
                .map(log -> new UsageSpans(log.on(), log.program(), log.spans().shiftedBy(clock.correction())))
                .flatMap(log -> worn(log).stream())
                .toList();
    }

    /** What the changes within the assignment tell; nothing when their times are unknown. */
    List<UsageSpans> changes() {
        return ChangeLog.of(this).stream().flatMap(log -> worn(log).stream()).toList();
    }

    /**
     * The same without what an outcome never reads: what a device told while another patient wore it, and after the
     * as-of instant. Of changes then, on and off stay: a state can begin before the device is put on.
     */
    BootFacts own() {
        Duration correction = clock.correction();
        List<UsageSpans> usage = usage().stream()
                .map(log -> new UsageSpans(log.on(), log.program(), log.spans().shiftedBy(correction.negated())))
                .toList();
        List<KeptEvent> kept =
                facts.kept().stream().flatMap(event -> own(event).stream()).toList();
        return new BootFacts(facts.boot(), facts.received(), usage, kept, facts.clockSamples());
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

    private List<UsageSpans> worn(UsageSpans log) {
        if (clock.isUntrusted()) {
            return List.of();
        }
        TimeSpans worn = log.spans().intersect(spans(assignments, asOf));
        return worn.isEmpty() ? List.of() : List.of(new UsageSpans(log.on(), log.program(), worn));
    }
}
