package io.dorsal.merge;

import io.dorsal.merge.kafka.KafkaClients;
import io.dorsal.merge.kafka.LogEnds;
import io.dorsal.merge.store.OutboxTable;
import io.dorsal.merge.store.OutboxTable.Backlog;
import io.dorsal.model.Topic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
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
    private static final String OUTBOX = "outbox";

    private final MergeConfig.Progress config;
    private final List<String> topics;
    private final String bootstrapServers;
    private final Pipeline pipeline;
    private final Consuming consuming;
    private final OutboxTable outbox;
    private final InstantSource clock;
    private final AtomicLong lag = new AtomicLong();
    private volatile Backlog backlog = new Backlog(0, 0, null);
    private final StallWatch watch;
    private volatile Set<String> stalled = Set.of();
    private @Nullable ScheduledExecutorService timer;
    private @Nullable LogEnds logEnds;

    public Progress(
            Merging merging,
            FactMerge merge,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            Pipeline pipeline,
            Consuming consuming,
            OutboxTable outbox,
            InstantSource clock,
            MeterRegistry meters) {
        config = merging.config().progress();
        topics = merge.topics().stream().map(Topic::name).toList();
        this.bootstrapServers = bootstrapServers;
        this.pipeline = pipeline;
        this.consuming = consuming;
        this.outbox = outbox;
        this.clock = clock;
        watch = new StallWatch(config.stalledAfter());
        Gauge.builder(merging.metric("lag"), lag::get)
                .description("Records not yet merged")
                .register(meters);
        Gauge.builder(merging.metric("outbox.backlog"), () -> backlog.waiting())
                .description("Records committed and not yet acknowledged by Kafka")
                .register(meters);
        Gauge.builder(merging.metric("outbox.refused"), () -> backlog.refused())
                .description("Records in the outbox that Kafka refused for good")
                .register(meters);
        Gauge.builder(merging.metric("outbox.age"), () -> outboxAge().toSeconds())
                .baseUnit("seconds")
                .description("Since when the first record of the outbox waits")
                .register(meters);
    }

    void start() {
        LogEnds ends = new LogEnds(KafkaClients.admin(bootstrapServers), topics);
        logEnds = ends;
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("progress").factory());
        long everyMillis = config.checkEvery().toMillis();
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

    /** How long the first record of the outbox waits; zero when none does. */
    Duration outboxAge() {
        Instant oldest = backlog.oldest();
        Duration age = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Partitions of ours, and the outbox, that do not move although records wait. */
    Set<String> stalled() {
        return stalled;
    }

    private void look(LogEnds logEnds) {
        try {
            Map<TopicPartition, Long> ends = logEnds.now();
            Map<TopicPartition, Long> positions = pipeline.positions();
            backlog = outbox.backlog();
            lag.set(StallWatch.lag(byName(ends), byName(positions)));
            ends.keySet().removeIf(partition -> !isOurs(partition));
            observe(byName(ends), byName(positions), backlog.oldest());
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            // Kafka or PostgreSQL is away: that is theirs to report, and says nothing about our progress.
            LOG.debugf("Progress is not known: %s", e.getClass().getName());
            watch.forget();
            stalled = Set.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // The outbox moves when its oldest record goes. How many wait says nothing: under load some always do.
    private void observe(Map<String, Long> ends, Map<String, Long> positions, @Nullable Instant oldest) {
        if (oldest != null) {
            ends.put(OUTBOX, Long.MAX_VALUE);
            positions.put(OUTBOX, oldest.toEpochMilli());
        }
        Instant now = clock.instant();
        watch.observe(now, ends, positions);
        stalled = watch.stalled(now);
    }

    private static Map<String, Long> byName(Map<TopicPartition, Long> offsets) {
        Map<String, Long> named = new HashMap<>();
        offsets.forEach((partition, offset) -> named.put(partition.toString(), offset));
        return named;
    }

    // A consumer that lost everything answers for all: nobody else may have taken over.
    private boolean isOurs(TopicPartition partition) {
        Set<TopicPartition> owned = consuming.owned();
        return owned.isEmpty() || owned.contains(partition);
    }
}
