package io.dorsal.merge;

import io.dorsal.merge.store.PoisonTable.Poison;
import io.dorsal.merge.store.Positions.Position;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records of one poll, read: facts, what could not be read, and where each partition goes on. */
final class FactBatch {
    private final FactMerge.Batch facts;
    private final List<Poison> poison = new ArrayList<>();
    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();

    private FactBatch(FactMerge.Batch facts) {
        this.facts = facts;
    }

    static FactBatch of(List<ConsumerRecord<String, byte[]>> records, FactMerge.Batch facts) {
        FactBatch batch = new FactBatch(facts);
        records.forEach(batch::add);
        return batch;
    }

    /** One record that nothing can be done with, although it may well be readable. */
    static FactBatch ofUnstorable(ConsumerRecord<String, byte[]> record, FactMerge.Batch empty) {
        FactBatch batch = new FactBatch(empty);
        batch.advance(record);
        batch.setAside(record, Reason.INTERNAL, "the database refuses it, or it cannot be merged");
        return batch;
    }

    FactMerge.Batch facts() {
        return facts;
    }

    List<Poison> poison() {
        return poison;
    }

    List<Position> positions() {
        return nextOffsets.entrySet().stream()
                .map(next -> new Position(next.getKey().topic(), next.getKey().partition(), next.getValue()))
                .toList();
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        advance(record);
        try {
            facts.add(record.topic(), bytesOf(record), Sequence.of(record));
        } catch (Malformed e) {
            setAside(record, e.reason(), "%s: expected %s".formatted(e.field(), e.expected()));
        } catch (RuntimeException e) {
            // A fault of our parser: it must cost one record, not the whole partition.
            setAside(record, Reason.INTERNAL, e.getClass().getName());
        }
    }

    private void advance(ConsumerRecord<String, byte[]> record) {
        nextOffsets.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max);
    }

    private void setAside(ConsumerRecord<String, byte[]> record, Reason reason, String detail) {
        poison.add(new Poison(
                record.topic(),
                record.partition(),
                record.offset(),
                keyOf(record),
                bytesOf(record),
                Instant.ofEpochMilli(record.timestamp()),
                reason.word(),
                detail));
    }

    // A text column takes every character but NUL.
    private static String keyOf(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? "" : record.key().replace('\0', '\uFFFD');
    }

    private static byte[] bytesOf(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }
}
