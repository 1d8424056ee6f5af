package io.dorsal.merge.kafka;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Cuts what a poll brought into batches that memory is enough for, in the order in which it came. */
final class Batches {
    private Batches() {}

    static List<List<ConsumerRecord<String, byte[]>>> of(
            Iterable<ConsumerRecord<String, byte[]>> records, long bytesMax) {
        List<List<ConsumerRecord<String, byte[]>>> batches = new ArrayList<>();
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        long bytes = 0;
        for (ConsumerRecord<String, byte[]> record : records) {
            int size = record.value() == null ? 0 : record.value().length;
            if (!batch.isEmpty() && bytes + size > bytesMax) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(record);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
