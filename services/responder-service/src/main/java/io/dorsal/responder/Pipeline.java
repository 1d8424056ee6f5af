package io.dorsal.responder;

import io.dorsal.responder.kafka.Inbox;
import io.dorsal.responder.store.FactStore;
import io.dorsal.responder.store.Positions;
import io.dorsal.responder.store.Positions.Position;
import io.dorsal.responder.store.Unstorable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What becomes of the records of one poll: read them, merge them, assess the trials they touch, move on. All of it is
 * one transaction; doing it again changes nothing.
 */
@ApplicationScoped
public class Pipeline implements Inbox {
    private final FactStore store;
    private final Positions positions;
    private final Assessor assessor;
    private final BatchMetrics metrics;
    private final Publishing publishing;

    Pipeline(FactStore store, Positions positions, Assessor assessor, BatchMetrics metrics, Publishing publishing) {
        this.store = store;
        this.positions = positions;
        this.assessor = assessor;
        this.metrics = metrics;
        this.publishing = publishing;
    }

    @Override
    public void take(List<ConsumerRecord<String, byte[]>> records) {
        try {
            store(FactBatch.of(records), records.size());
        } catch (Unstorable | FactBatch.Unmergeable e) {
            isolate(records, e);
        }
    }

    @Override
    public Map<TopicPartition, Long> positions() {
        return positions.load().stream()
                .collect(Collectors.toMap(at -> new TopicPartition(at.topic(), at.partition()), Position::nextOffset));
    }

    @Override
    public void forget(Collection<TopicPartition> partitions) {
        positions.forget(partitions.stream()
                .map(lost -> new Position(lost.topic(), lost.partition(), 0))
                .toList());
    }

    private void store(FactBatch batch, int records) {
        metrics.time(batch, records, () -> store.merge(batch.facts(), batch.positions(), assessor::publishable));
        publishing.wake();
    }

    // The database, or our own merge, refuses some record that we could read. Halving finds it; its neighbours are
    // stored on the way.
    private void isolate(List<ConsumerRecord<String, byte[]>> records, RuntimeException refusal) {
        if (records.size() > 1) {
            take(records.subList(0, records.size() / 2));
            take(records.subList(records.size() / 2, records.size()));
        } else if (records.isEmpty()) {
            throw refusal;
        } else {
            store(FactBatch.ofUnstorable(records.getFirst()), 1);
        }
    }
}
