package io.dorsal.responder.store;

import io.dorsal.merge.store.Stored;
import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.responder.core.DeviceFacts;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one batch adds, already merged as far as memory can.
 *
 * @param devices sequence numbers, usage and clock samples of the batch, joined per boot
 * @param kept events that stay by themselves, with the record's own text
 */
public record Facts(
        List<DeviceFacts> devices,
        List<Stored<DeviceEvent>> kept,
        List<Stored<PatientReport>> reports,
        List<Stored<Trial>> trials) {

    List<DeviceId> deviceIds() {
        return devices.stream().map(DeviceFacts::device).toList();
    }

    /** Trials that the records themselves name. */
    List<TrialId> trialIds() {
        return Stream.concat(
                        reports.stream().map(report -> report.fact().trial()),
                        trials.stream().map(trial -> trial.fact().trial()))
                .distinct()
                .toList();
    }

    /** Devices whose events or whose assignments are in the batch. */
    List<DeviceId> lockedDevices() {
        return Stream.concat(
                        deviceIds().stream(),
                        trials.stream()
                                .flatMap(trial -> trial.fact().devices().stream())
                                .map(a -> a.device()))
                .distinct()
                .toList();
    }
}
