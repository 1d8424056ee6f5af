package io.dorsal.coverage;

import io.dorsal.coverage.store.Determinations;
import io.dorsal.coverage.store.EvidenceStore;
import io.dorsal.merge.FactMerge;
import io.dorsal.merge.store.OutboxTable.Letter;
import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Statements and outcomes, merged; of each trial they touch, what it amounts to under the trial's own policy. */
@ApplicationScoped
public class CoverageMerge implements FactMerge {
    private final EvidenceStore store;
    private final Judge judge;
    private final Determinations determinations;

    CoverageMerge(EvidenceStore store, Judge judge, Determinations determinations) {
        this.store = store;
        this.judge = judge;
        this.determinations = determinations;
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.TRIALS, Topics.PATIENT_REPORTS, Topics.RESPONDER_OUTCOMES, Topics.OPIOID_OUTCOMES);
    }

    @Override
    public Batch open() {
        return new CoverageBatch(store);
    }

    @Override
    public List<Letter> assess(Connection connection, List<TrialId> trials) throws SQLException {
        return determinations.save(connection, judge.publishable(store.load(connection, trials)));
    }
}
