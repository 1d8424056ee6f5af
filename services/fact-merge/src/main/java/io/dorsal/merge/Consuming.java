package io.dorsal.merge;

import io.dorsal.merge.kafka.Backoff;
import io.dorsal.merge.kafka.FactConsumer;
import io.dorsal.merge.kafka.KafkaClients;
import io.dorsal.model.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The thread that reads facts. */
@ApplicationScoped
public class Consuming {
    private static final Duration LAST_BATCH_MAX = Duration.ofSeconds(14);

    private final MergeConfig.Consumer config;
    private final List<String> topics;
    private final String bootstrapServers;
    private final Pipeline pipeline;
    private @Nullable Running running;

    private record Running(FactConsumer consumer, Thread thread) {}

    public Consuming(
            Merging merging,
            FactMerge merge,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            Pipeline pipeline) {
        config = merging.config().consumer();
        topics = merge.topics().stream().map(Topic::name).toList();
        this.bootstrapServers = bootstrapServers;
        this.pipeline = pipeline;
    }

    public synchronized void start() {
        FactConsumer consumer = new FactConsumer(
                KafkaClients.consumer(bootstrapServers, config.group(), config.batchRecordsMax()),
                topics,
                pipeline,
                new Backoff(config.retryMin(), config.retryMax()));
        running = new Running(consumer, Thread.ofPlatform().name("facts").start(consumer));
    }

    /** Returns after the batch in hand is stored, or after a while: then it is not, and is read again. */
    public synchronized void stop() throws InterruptedException {
        if (running != null) {
            running.consumer().stop();
            running.thread().join(LAST_BATCH_MAX);
            running = null;
        }
    }

    public synchronized boolean isAlive() {
        return running != null && running.thread().isAlive();
    }

    public synchronized Set<TopicPartition> owned() {
        return running == null ? Set.of() : running.consumer().owned();
    }
}
