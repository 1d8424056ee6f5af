package io.dorsal.dashboard.kafka;

import io.dorsal.model.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Where a consumer stands in its topics. Polling alone cannot tell a quiet Kafka from one that is away, so the ends of
 * the partitions are asked for regularly; that also finds topics and partitions that were created later.
 */
final class TopicPosition {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(3);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);

    private final Consumer<byte[], byte[]> consumer;
    private final List<Topic> topics;
    private Map<TopicPartition, Long> ends = Map.of();
    private Instant nextCheck = Instant.MIN;
    private boolean complete;
    private boolean wasAtEnd;

    TopicPosition(Consumer<byte[], byte[]> consumer, Topic... topics) {
        this.consumer = consumer;
        this.topics = List.of(topics);
        check(Instant.now());
    }

    /** How long the next poll may wait; a short time until the first reading is done. */
    Duration pause() {
        return atEnd() ? POLL : POLL.dividedBy(5);
    }

    /** Asks Kafka when it is time to; false when it was not time, or no answer came. */
    boolean check(Instant now) {
        if (now.isBefore(nextCheck)) {
            return false;
        }
        // Until everything was read once somebody is waiting, so ask more often.
        nextCheck = now.plus(complete && atEnd() ? CHECK_EVERY : POLL);
        try {
            assign();
            if (!consumer.assignment().isEmpty()) {
                ends = consumer.endOffsets(consumer.assignment(), ANSWER_WITHIN);
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private void assign() {
        Set<TopicPartition> wanted = new HashSet<>();
        boolean all = true;
        for (Topic topic : topics) {
            List<PartitionInfo> found = consumer.partitionsFor(topic.name(), ANSWER_WITHIN);
            all &= !found.isEmpty();
            found.forEach(partition -> wanted.add(new TopicPartition(topic.name(), partition.partition())));
        }
        complete = all;
        List<TopicPartition> fresh = new ArrayList<>(wanted);
        fresh.removeAll(consumer.assignment());
        if (!fresh.isEmpty()) {
            consumer.assign(wanted);
            consumer.seekToBeginning(fresh);
        }
    }

    /** Everything that was there at the last check has been read. */
    boolean atEnd() {
        return complete
                && !ends.isEmpty()
                && ends.entrySet().stream().allMatch(end -> position(end.getKey()) >= end.getValue());
    }

    /** True once, when the end is reached for the first time; that is worth telling before the next check. */
    boolean isFirstAtEnd() {
        boolean first = !wasAtEnd && atEnd();
        wasAtEnd |= first;
        return first;
    }

    private long position(TopicPartition partition) {
        try {
            return consumer.position(partition, ANSWER_WITHIN);
        } catch (TimeoutException e) {
            return -1;
        }
    }
}
