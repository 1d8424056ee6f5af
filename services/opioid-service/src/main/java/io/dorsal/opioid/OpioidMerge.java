package io.dorsal.opioid;

import io.dorsal.merge.FactMerge;
import io.dorsal.merge.store.OutboxTable.Letter;
import io.dorsal.merge.store.Outcomes;
import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import io.dorsal.opioid.store.StatementStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reports and trials, merged; of each trial they touch, the opioid outcome. */
@ApplicationScoped
public class OpioidMerge implements FactMerge {
    private final StatementStore store;
    private final Assessor assessor;
    private final Outcomes outcomes;

    OpioidMerge(StatementStore store, Assessor assessor, Outcomes outcomes) {
        this.store = store;
        this.assessor = assessor;
        this.outcomes = outcomes;
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.PATIENT_REPORTS, Topics.TRIALS);
    }

    @Override
    public Batch open() {
        return new OpioidBatch(store);
    }

    @Override
    public List<Letter> assess(Connection connection, List<TrialId> trials) throws SQLException {
        return outcomes.save(connection, assessor.publishable(store.load(connection, trials)));
    }
}
