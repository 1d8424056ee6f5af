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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads all facts of some trials, in six queries however many they are. */
final class FactLoader {
    private final List<TrialFacts> facts = new ArrayList<>();
    private final Map<TrialId, Unreadable> unreadable = new LinkedHashMap<>();

    /** A document of a trial, not parsed yet. */
    private record Text(TrialId trial, String document) {
        byte[] bytes() {
            return Documents.bytes(document);
        }
    }

    private FactLoader() {}

    /** The facts of each trial whose document is known; reports alone make no trial. */
    static LoadedFacts load(Connection connection, Collection<TrialId> trials) throws SQLException {
        return new FactLoader().read(connection, trials);
    }

    private LoadedFacts read(Connection connection, Collection<TrialId> trials) throws SQLException {
        List<Trial> documents = new ArrayList<>();
        texts(connection, trials, "select trial, document from trial where trial = any(?) order by trial")
                .forEach(text -> attempt(text.trial(), () -> documents.add(TrialCodec.parseStored(text.bytes()))));
        Map<TrialId, List<Text>> reports =
                texts(connection, trials, "select trial, document from report where trial = any(?)").stream()
                        .collect(Collectors.groupingBy(Text::trial));
        Function<DeviceId, Optional<DeviceFacts>> devices = DeviceLoader.load(connection, devicesOf(documents));
        for (Trial trial : documents) {
            List<Text> ofTrial = reports.getOrDefault(trial.trial(), List.of());
            attempt(trial.trial(), () -> facts.add(factsOf(trial, ofTrial, devices)));
        }
        return new LoadedFacts(facts, unreadable);
    }

    // Parsing can fail with anything once a parser has changed; only the trial at hand may pay for it.
    private void attempt(TrialId trial, Runnable read) {
        try {
            read.run();
        } catch (RuntimeException e) {
            unreadable.put(trial, new Unreadable(e));
        }
    }

    private static TrialFacts factsOf(
            Trial trial, List<Text> reports, Function<DeviceId, Optional<DeviceFacts>> devices) {
        List<PatientReport> parsed = reports.stream()
                .map(report -> ReportCodec.parseStored(report.bytes()))
                .toList();
        List<DeviceFacts> worn = devicesOf(List.of(trial)).stream()
                .map(devices)
                .flatMap(Optional::stream)
                .toList();
        return new TrialFacts(trial, parsed, worn);
    }

    private static List<DeviceId> devicesOf(List<Trial> trials) {
        return trials.stream()
                .flatMap(trial -> trial.devices().stream())
                .map(assignment -> assignment.device())
                .distinct()
                .toList();
    }

    private static List<Text> texts(Connection connection, Collection<TrialId> trials, String sql) throws SQLException {
        return Columns.of(trials)
                .text(TrialId::value)
                .query(
                        connection,
                        sql,
                        row -> new Text(new TrialId(row.getString("trial")), row.getString("document")));
    }
}
