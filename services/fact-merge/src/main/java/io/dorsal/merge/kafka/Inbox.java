package io.dorsal.merge.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where records go. It alone knows how far each partition is stored; Kafka's own committed offsets are not used. */
public interface Inbox {
    /** The next offset of each partition ever stored. */
    Map<TopicPartition, Long> positions();

    /** These partitions are to be read from their beginning. */
    void forget(Collection<TopicPartition> partitions);

    /** Stores the records and the positions behind them, or throws having stored nothing. */
    void take(List<ConsumerRecord<String, byte[]>> records);
}
