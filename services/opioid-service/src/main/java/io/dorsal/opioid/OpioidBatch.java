package io.dorsal.opioid;

import io.dorsal.merge.FactMerge;
import io.dorsal.merge.store.Portions.Weighed;
import io.dorsal.merge.store.Stored;
import io.dorsal.model.Topics;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.opioid.store.StatementStore;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records read into statements about trials. */
final class OpioidBatch implements FactMerge.Batch {
    private final StatementStore store;
    private final List<Stored<PatientReport>> reports = new ArrayList<>();
    private final List<Stored<Trial>> trials = new ArrayList<>();

    OpioidBatch(StatementStore store) {
        this.store = store;
    }

    // Reports of every kind, as all of them are in the digest that a trial's outcomes have in common.
    @Override
    public void add(String topic, byte[] value, long sequence) {
        if (topic.equals(Topics.PATIENT_REPORTS.name())) {
            reports.add(new Stored<>(ReportCodec.parseStored(value), text(value)));
        } else if (topic.equals(Topics.TRIALS.name())) {
            trials.add(new Stored<>(TrialCodec.parseStored(value), text(value)));
        } else {
            throw new IllegalStateException("Nobody subscribed to " + topic);
        }
    }

    /** Of the reports: the registry says when it recorded each. */
    @Override
    public List<Instant> receivedAt() {
        return reports.stream().map(report -> report.fact().recordedAt()).toList();
    }

    @Override
    public List<Weighed> merge(Connection connection) throws SQLException {
        return store.merge(connection, reports, trials);
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
