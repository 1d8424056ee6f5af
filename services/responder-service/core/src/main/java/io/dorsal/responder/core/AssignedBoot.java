package io.dorsal.responder.core;

import io.dorsal.model.DeviceId;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One boot of a device, as far as the patient of this trial wore it. Events outside the assignment are the next or the
 * previous patient's and do not count. A boot belongs to the trial when one of its events does; ledger and digest then
 * name the whole boot, since a sequence number that is missing has no time.
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
        return facts.clockSamples().stream().anyMatch(sample -> counts(dated(sample)))
                || !events().isEmpty()
                || !usage().isEmpty();
    }

    /** The device's time; the receive time where the device's cannot be believed. */
    Instant dated(ClockSample sample) {
        return clock.isUntrusted() ? sample.receivedAt() : sample.at();
    }

    /** True when the patient wore the device at that instant and it is not after the as-of instant. */
    boolean counts(Instant instant) {
        return !instant.isAfter(asOf) && assignments.stream().anyMatch(assignment -> assignment.contains(instant));
    }

    /** The kept events of the assignment, by sequence number; none when their times are unknown. */
    List<KeptEvent> events() {
        return clock.isUntrusted()
                ? List.of()
                : facts.kept().stream().filter(event -> counts(event.at())).toList();
    }

    /** The kept events that an untrusted boot sent during the assignment, told by their receipt. */
    List<KeptEvent> eventsWithoutTime() {
        return clock.isUntrusted()
                ? facts.kept().stream()
                        .filter(event -> counts(event.receivedAt()))
                        .toList()
                : List.of();
    }

    /** The usage log within the assignment; none when its times are unknown. */
    List<UsageSpans> usage() {
        if (clock.isUntrusted()) {
            return List.of();
        }
        TimeSpans assigned = spans(assignments, asOf);
        return facts.usage().stream()
                .map(log -> new UsageSpans(log.on(), log.program(), log.spans().intersect(assigned)))
                .filter(log -> !log.spans().isEmpty())
                .toList();
    }
}
