package io.dorsal.responder;

import io.dorsal.merge.FactMerge;
import io.dorsal.merge.store.OutboxTable.Letter;
import io.dorsal.merge.store.Outcomes;
import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import io.dorsal.responder.store.FactStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Device events, reports and trials, merged; of each trial they touch, the responder outcome. */
@ApplicationScoped
public class ResponderMerge implements FactMerge {
    private final FactStore store;
    private final Assessor assessor;
    private final Outcomes outcomes;

    ResponderMerge(FactStore store, Assessor assessor, Outcomes outcomes) {
        this.store = store;
        this.assessor = assessor;
        this.outcomes = outcomes;
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.DEVICE_EVENTS, Topics.PATIENT_REPORTS, Topics.TRIALS);
    }

    @Override
    public Batch open() {
        return new ResponderBatch(store);
    }

    @Override
    public List<Letter> assess(Connection connection, List<TrialId> trials) throws SQLException {
        return outcomes.save(connection, assessor.publishable(store.load(connection, trials)));
    }
}
