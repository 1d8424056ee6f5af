package io.dorsal.responder;

import io.dorsal.responder.kafka.KafkaClients;
import io.dorsal.responder.kafka.LogEnds;
import io.dorsal.responder.store.OutboxTable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Watches how far the stored positions lie behind the logs. It asks Kafka and PostgreSQL by itself, since a hung
 * consumer looks well from inside.
 */
@ApplicationScoped
public class Progress {
    private static final Logger LOG = Logger.getLogger(Progress.class);

    private final ResponderConfig config;
    private final String bootstrapServers;
    private final Pipeline pipeline;
    private final Consuming consuming;
    private final OutboxTable outbox;
    private final InstantSource clock;
    private final AtomicLong lag = new AtomicLong();
    private final AtomicLong backlog = new AtomicLong();
    private final StallWatch watch;
    private volatile Set<String> stalled = Set.of();
    private @Nullable ScheduledExecutorService timer;
    private @Nullable LogEnds logEnds;

    Progress(
            ResponderConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            Pipeline pipeline,
            Consuming consuming,
            OutboxTable outbox,
            InstantSource clock,
            MeterRegistry meters) {
        this.config = config;
        this.bootstrapServers = bootstrapServers;
        this.pipeline = pipeline;
        this.consuming = consuming;
        this.outbox = outbox;
        this.clock = clock;
        watch = new StallWatch(config.progress().stalledAfter());
        Gauge.builder("dorsal.responder.lag", lag::get)
                .description("Records not yet merged")
                .register(meters);
        Gauge.builder("dorsal.responder.outbox.backlog", backlog::get)
                .description("Records committed and not yet acknowledged by Kafka")
                .register(meters);
    }

    void start() {
        LogEnds ends = new LogEnds(KafkaClients.admin(bootstrapServers), Consuming.TOPICS);
        logEnds = ends;
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("progress").factory());
        long everyMillis = config.progress().checkEvery().toMillis();
        var unused = timer.scheduleWithFixedDelay(() -> look(ends), 0, everyMillis, TimeUnit.MILLISECONDS);
    }

    void stop() {
        if (timer != null) {
            timer.shutdownNow();
        }
        if (logEnds != null) {
            logEnds.close();
        }
    }

    /** How many records are not yet merged, of all partitions. */
    long recordsWaiting() {
        return lag.get();
    }

    /** Partitions of ours that do not move although records wait. */
    Set<String> stalled() {
        return stalled;
    }

    private void look(LogEnds logEnds) {
        try {
            Map<TopicPartition, Long> ends = logEnds.now();
            Map<TopicPartition, Long> positions = pipeline.positions();
            Instant now = clock.instant();
            lag.set(StallWatch.lag(ends, positions));
            backlog.set(outbox.backlog());
            ends.keySet().removeIf(partition -> !isOurs(partition));
            watch.observe(now, ends, positions);
            stalled = watch.stalled(now);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            // Kafka or PostgreSQL is away: that is theirs to report, and says nothing about our progress.
            LOG.debugf("Progress is not known: %s", e.toString());
            watch.forget();
            stalled = Set.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // A consumer that lost everything answers for all: nobody else may have taken over.
    private boolean isOurs(TopicPartition partition) {
        Set<TopicPartition> owned = consuming.owned();
        return owned.isEmpty() || owned.contains(partition);
    }
}
