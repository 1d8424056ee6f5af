package io.dorsal.responder.store;

import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.responder.core.DeviceFacts;
import io.dorsal.responder.core.TrialFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads all facts of some trials, in six queries however many they are. */
public final class FactLoader {
    private FactLoader() {}

    /** The facts of each trial whose document is known; reports alone make no trial. */
    public static List<TrialFacts> load(Connection connection, Collection<TrialId> trials) throws SQLException {
        List<Trial> documents = trials(connection, trials);
        Map<TrialId, List<PatientReport>> reports = reports(connection, trials);
        Map<DeviceId, DeviceFacts> devices = DeviceLoader.load(connection, devicesOf(documents));
        List<TrialFacts> facts = new ArrayList<>(documents.size());
        for (Trial trial : documents) {
            facts.add(new TrialFacts(
                    trial,
                    reports.getOrDefault(trial.trial(), List.of()),
                    devicesOf(List.of(trial)).stream()
                            .map(devices::get)
                            .filter(Objects::nonNull)
                            .toList()));
        }
        return facts;
    }

    private static List<DeviceId> devicesOf(List<Trial> trials) {
        return trials.stream()
                .flatMap(trial -> trial.devices().stream())
                .map(assignment -> assignment.device())
                .distinct()
                .toList();
    }

    private static List<Trial> trials(Connection connection, Collection<TrialId> trials) throws SQLException {
        return Columns.of(trials)
                .text(TrialId::value)
                .query(
                        connection,
                        "select document from trial where trial = any(?) order by trial",
                        row -> TrialCodec.parseStored(Documents.bytes(row.getString(1))));
    }

    private static Map<TrialId, List<PatientReport>> reports(Connection connection, Collection<TrialId> trials)
            throws SQLException {
        return Columns.of(trials)
                .text(TrialId::value)
                .query(
                        connection,
                        "select document from report where trial = any(?)",
                        row -> ReportCodec.parseStored(Documents.bytes(row.getString(1))))
                .stream()
                .collect(Collectors.groupingBy(PatientReport::trial));
    }
}
