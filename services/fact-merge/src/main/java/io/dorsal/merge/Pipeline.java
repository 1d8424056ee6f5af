package io.dorsal.merge;

import io.dorsal.merge.kafka.Inbox;
import io.dorsal.merge.store.MergeStore;
import io.dorsal.merge.store.Positions;
import io.dorsal.merge.store.Positions.Position;
import io.dorsal.merge.store.Unmergeable;
import io.dorsal.merge.store.Unstorable;
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
    private final FactMerge merge;
    private final MergeStore store;
    private final Positions positions;
    private final BatchMetrics metrics;
    private final Publishing publishing;

    public Pipeline(
            FactMerge merge, MergeStore store, Positions positions, BatchMetrics metrics, Publishing publishing) {
        this.merge = merge;
        this.store = store;
        this.positions = positions;
        this.metrics = metrics;
        this.publishing = publishing;
    }

    @Override
    public void take(List<ConsumerRecord<String, byte[]>> records) {
        try {
            store(FactBatch.of(records, merge.open()), records.size());
        } catch (Unstorable | Unmergeable e) {
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
        metrics.time(
                batch,
                records,
                () -> store.store(batch.positions(), batch.poison(), batch.facts()::merge, merge::assess));
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
            store(FactBatch.ofUnstorable(records.getFirst(), merge.open()), 1);
        }
    }
}
