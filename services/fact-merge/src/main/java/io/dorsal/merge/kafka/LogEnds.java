package io.dorsal.merge.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Where each partition's log ends, asked apart from the consumer: a hung consumer cannot vouch for itself. */
public final class LogEnds implements AutoCloseable {
    private static final long ANSWER_SECONDS_MAX = 10;
    private static final Duration CLOSE_MAX = Duration.ofSeconds(1);

    private final Admin admin;
    private final List<String> topics;

    public LogEnds(Admin admin, List<String> topics) {
        this.admin = admin;
        this.topics = List.copyOf(topics);
    }

    /**
     * The offset after the last record of each partition.
     *
     * @throws ExecutionException or {@link TimeoutException} when Kafka does not answer
     */
    public Map<TopicPartition, Long> now() throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked =
                admin.describeTopics(topics).allTopicNames().get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS).values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(asked).all().get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    @Override
    public void close() {
        admin.close(CLOSE_MAX);
    }
}
