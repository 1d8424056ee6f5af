package io.dorsal.responder.core;

import io.dorsal.model.DeviceId;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When stimulation was known to be on, by program, and known to be off, over all devices of the trial.
 *
 * <p>Usage logs and changes are both evidence; a union of time counts each stretch once. Where one device's evidence
 * contradicts itself, on and off at once, that time is unknown [ours]. With two devices at once, stimulation is on when
 * either is on, off only when every device worn at that time is known to be off, and otherwise unknown.
 */
record StimulationLog(Map<String, TimeSpans> onByProgram, TimeSpans on, TimeSpans off) {

    static StimulationLog of(Trial trial, List<AssignedBoot> boots, Instant asOf) {
        Map<DeviceId, List<UsageSpans>> evidence = new TreeMap<>();
        trial.devices().forEach(assignment -> evidence.put(assignment.device(), new ArrayList<>()));
        for (AssignedBoot boot : boots) {
            List<UsageSpans> ofDevice = evidence.get(boot.device());
            if (ofDevice != null && !boot.clock().isUntrusted()) {
                ofDevice.addAll(boot.facts().usage());
                ofDevice.addAll(ChangeLog.of(boot.facts()));
            }
        }
        List<DeviceLog> logs = evidence.entrySet().stream()
                .map(device -> DeviceLog.of(device.getValue(), AssignedBoot.assigned(device.getKey(), trial, asOf)))
                .toList();
        return combined(logs);
    }

    private static StimulationLog combined(List<DeviceLog> logs) {
        Map<String, TimeSpans> byProgram = new TreeMap<>();
        for (DeviceLog log : logs) {
            log.onByProgram().forEach((program, spans) -> byProgram.merge(program, spans, TimeSpans::union));
        }
        TimeSpans on = TimeSpans.unionOf(logs.stream().map(DeviceLog::on).toList());
        TimeSpans unknown =
                TimeSpans.unionOf(logs.stream().map(DeviceLog::unknown).toList());
        TimeSpans off = TimeSpans.unionOf(logs.stream().map(DeviceLog::off).toList());
        return new StimulationLog(byProgram, on, off.minus(on).minus(unknown));
    }

    /** The same for one device within its assignments. */
    private record DeviceLog(Map<String, TimeSpans> onByProgram, TimeSpans on, TimeSpans off, TimeSpans unknown) {
        static DeviceLog of(List<UsageSpans> evidence, TimeSpans assigned) {
            TimeSpans saidOn = union(evidence, true).intersect(assigned);
            TimeSpans saidOff = union(evidence, false).intersect(assigned);
            TimeSpans on = saidOn.minus(saidOff);
            TimeSpans off = saidOff.minus(saidOn);
            Map<String, TimeSpans> byProgram = evidence.stream()
                    .filter(log -> log.on() && log.program() != null)
                    .collect(Collectors.toMap(
                            log -> String.valueOf(log.program()), UsageSpans::spans, TimeSpans::union, TreeMap::new));
            byProgram.replaceAll((program, spans) -> spans.intersect(on));
            byProgram.values().removeIf(TimeSpans::isEmpty);
            return new DeviceLog(byProgram, on, off, assigned.minus(on).minus(off));
        }

        private static TimeSpans union(List<UsageSpans> evidence, boolean on) {
            return TimeSpans.unionOf(evidence.stream()
                    .filter(log -> log.on() == on)
                    .map(UsageSpans::spans)
                    .toList());
        }
    }
}
