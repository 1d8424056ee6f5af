package io.dorsal.coverage;

import io.dorsal.coverage.store.EvidenceStore;
import io.dorsal.coverage.store.Heard;
import io.dorsal.merge.FactMerge;
import io.dorsal.merge.store.Portions.Weighed;
import io.dorsal.merge.store.Stored;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DecisionCodec;
import io.dorsal.model.wire.OpioidOutcomeReader;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.ResponderOutcomeReader;
import io.dorsal.model.wire.TrialCodec;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records read into facts. */
final class CoverageBatch implements FactMerge.Batch {
    private final EvidenceStore store;
    private final List<Stored<PatientReport>> reports = new ArrayList<>();
    private final List<Stored<Trial>> trials = new ArrayList<>();
    private final List<Stored<Decision>> decisions = new ArrayList<>();
    private final List<Heard> heard = new ArrayList<>();

    CoverageBatch(EvidenceStore store) {
        this.store = store;
    }

    // Reports of every kind, as all of them are in the digest that a trial's outcomes have in common.
    @Override
    public void add(String topic, byte[] value, long sequence) {
        if (topic.equals(Topics.PATIENT_REPORTS.name())) {
            reports.add(new Stored<>(ReportCodec.parseStored(value), text(value)));
        } else if (topic.equals(Topics.TRIALS.name())) {
            trials.add(new Stored<>(TrialCodec.parseStored(value), text(value)));
        } else if (topic.equals(Topics.DECISIONS.name())) {
            decisions.add(new Stored<>(DecisionCodec.parseStored(value), text(value)));
        } else if (topic.equals(Topics.RESPONDER_OUTCOMES.name())) {
            TrialId trial = ResponderOutcomeReader.parse(value).trialId();
            heard.add(new Heard(trial, Heard.Kind.RESPONDER, sequence, text(value)));
        } else if (topic.equals(Topics.OPIOID_OUTCOMES.name())) {
            TrialId trial = OpioidOutcomeReader.parse(value).trialId();
            heard.add(new Heard(trial, Heard.Kind.OPIOID, sequence, text(value)));
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
        return store.merge(connection, reports, trials, decisions, heard);
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
