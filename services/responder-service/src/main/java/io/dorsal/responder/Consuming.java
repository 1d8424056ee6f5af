package io.dorsal.responder;

import io.dorsal.model.Topics;
import io.dorsal.responder.kafka.Backoff;
import io.dorsal.responder.kafka.FactConsumer;
import io.dorsal.responder.kafka.KafkaClients;
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
    static final List<String> TOPICS =
            List.of(Topics.DEVICE_EVENTS.name(), Topics.PATIENT_REPORTS.name(), Topics.TRIALS.name());
    private static final Duration LAST_BATCH_MAX = Duration.ofSeconds(14);

    private final ResponderConfig.Consumer config;
    private final String bootstrapServers;
    private final Pipeline pipeline;
    private @Nullable Running running;

    private record Running(FactConsumer consumer, Thread thread) {}

    Consuming(
            ResponderConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            Pipeline pipeline) {
        this.config = config.consumer();
        this.bootstrapServers = bootstrapServers;
        this.pipeline = pipeline;
    }

    synchronized void start() {
        FactConsumer consumer = new FactConsumer(
                KafkaClients.consumer(bootstrapServers, config.group(), config.batchRecordsMax()),
                TOPICS,
                pipeline,
                new Backoff(config.retryMin(), config.retryMax()));
        running = new Running(consumer, Thread.ofPlatform().name("facts").start(consumer));
    }

    /** Returns after the batch in hand is stored, or after a while: then it is not, and is read again. */
    synchronized void stop() throws InterruptedException {
        if (running != null) {
            running.consumer().stop();
            running.thread().join(LAST_BATCH_MAX);
            running = null;
        }
    }

    synchronized boolean isAlive() {
        return running != null && running.thread().isAlive();
    }

    synchronized Set<TopicPartition> owned() {
        return running == null ? Set.of() : running.consumer().owned();
    }
}
