package io.dorsal.responder.store;

import io.dorsal.merge.store.Columns;
import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Trial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which trials a device's events may touch, as the trial documents say. */
final class Assignments {
    private Assignments() {}

    private record Worn(String device, String trial) {}

    /** The trials that any of these devices was ever assigned to. */
    static Set<TrialId> trialsWearing(Connection connection, Collection<DeviceId> devices) throws SQLException {
        return Columns.of(devices)
                .text(DeviceId::value)
                .texts(connection, "select distinct trial from assignment where device = any(?)")
                .stream()
                .map(TrialId::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static void replace(Connection connection, List<Trial> trials) throws SQLException {
        Columns.of(trials)
                .text(trial -> trial.trial().value())
                .update(connection, "delete from assignment where trial = any(?)");
        List<Worn> worn = trials.stream()
                .flatMap(trial -> trial.devices().stream()
                        .map(assignment -> new Worn(
                                assignment.device().value(), trial.trial().value())))
                .distinct()
                .toList();
        Columns.of(worn)
                .text(Worn::device)
                .text(Worn::trial)
                .update(connection, "insert into assignment (device, trial) select * from unnest(?, ?)");
    }
}
