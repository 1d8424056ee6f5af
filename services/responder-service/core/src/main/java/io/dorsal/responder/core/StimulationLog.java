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
record StimulationLog(Map<DeviceProgram, TimeSpans> onByProgram, TimeSpans on, TimeSpans off) {

    static StimulationLog of(Trial trial, List<AssignedBoot> boots, Instant asOf) {
        Map<DeviceId, List<UsageSpans>> evidence = new TreeMap<>();
        trial.devices().forEach(assignment -> evidence.put(assignment.device(), new ArrayList<>()));
        for (AssignedBoot boot : boots) {
            List<UsageSpans> ofDevice = evidence.get(boot.device());
            if (ofDevice != null) {
                ofDevice.addAll(boot.usage());
                ofDevice.addAll(boot.changes());
            }
        }
        List<DeviceLog> logs = evidence.entrySet().stream()
                .map(device -> DeviceLog.of(
                        device.getKey(), device.getValue(), AssignedBoot.assigned(device.getKey(), trial, asOf)))
                .toList();
        return combined(logs);
    }

    private static StimulationLog combined(List<DeviceLog> logs) {
        Map<DeviceProgram, TimeSpans> byProgram = new TreeMap<>();
        logs.forEach(log -> byProgram.putAll(log.onByProgram()));
        TimeSpans on = TimeSpans.unionOf(logs.stream().map(DeviceLog::on).toList());
        TimeSpans unknown =
                TimeSpans.unionOf(logs.stream().map(DeviceLog::unknown).toList());
        TimeSpans off = TimeSpans.unionOf(logs.stream().map(DeviceLog::off).toList());
        return new StimulationLog(byProgram, on, off.minus(on).minus(unknown));
    }

    /** The program's name; with the device's where another device of the trial has a program of that name. */
    String shown(DeviceProgram program) {
        boolean ambiguous = onByProgram.keySet().stream()
                .anyMatch(other -> other.program().equals(program.program()) && !other.equals(program));
        return ambiguous ? "%s (%s)".formatted(program.program(), program.device()) : program.program();
    }

    /** The same for one device within its assignments. */
    private record DeviceLog(
            Map<DeviceProgram, TimeSpans> onByProgram, TimeSpans on, TimeSpans off, TimeSpans unknown) {
        static DeviceLog of(DeviceId device, List<UsageSpans> evidence, TimeSpans assigned) {
            TimeSpans saidOn = union(evidence, true).intersect(assigned);
            TimeSpans saidOff = union(evidence, false).intersect(assigned);
            TimeSpans on = saidOn.minus(saidOff);
            TimeSpans off = saidOff.minus(saidOn);
            Map<DeviceProgram, TimeSpans> byProgram = evidence.stream()
                    .filter(log -> log.on() && log.program() != null)
                    .collect(Collectors.toMap(
                            log -> new DeviceProgram(device, String.valueOf(log.program())),
                            UsageSpans::spans,
                            TimeSpans::union,
                            TreeMap::new));
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
