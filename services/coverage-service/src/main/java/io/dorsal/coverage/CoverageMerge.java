package io.dorsal.coverage;

import io.dorsal.coverage.store.Determinations;
import io.dorsal.coverage.store.EvidenceStore;
import io.dorsal.coverage.store.Judged;
import io.dorsal.coverage.store.StandingTable;
import io.dorsal.merge.FactMerge;
import io.dorsal.merge.store.OutboxTable.Letter;
import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Statements, outcomes and decisions, merged; of each trial they touch, what it amounts to under the trial's own policy,
 * and what it adds to the figures of its clinic.
 */
@ApplicationScoped
public class CoverageMerge implements FactMerge {
    private final EvidenceStore store;
    private final Judge judge;
    private final Determinations determinations;
    private final StandingTable standings;

    CoverageMerge(EvidenceStore store, Judge judge, Determinations determinations, StandingTable standings) {
        this.store = store;
        this.judge = judge;
        this.determinations = determinations;
        this.standings = standings;
    }

    @Override
    public List<Topic> topics() {
        return List.of(
                Topics.TRIALS,
                Topics.PATIENT_REPORTS,
                Topics.DECISIONS,
                Topics.RESPONDER_OUTCOMES,
                Topics.OPIOID_OUTCOMES);
    }

    @Override
    public Batch open() {
        return new CoverageBatch(store);
    }

    @Override
    public List<Letter> assess(Connection connection, List<TrialId> trials) throws SQLException {
        List<Judged> judged = judge.publishable(store.load(connection, trials));
        standings.save(connection, judged.stream().map(Judged::standing).toList());
        return determinations.save(connection, judged);
    }
}
