package io.dorsal.dashboard.kafka;

import io.dorsal.dashboard.core.Change;
import io.dorsal.dashboard.core.Changes;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.CoverageDeterminationReader;
import io.dorsal.model.wire.OpioidOutcomeReader;
import io.dorsal.model.wire.ResponderOutcomeReader;
import io.dorsal.model.wire.TrialCodec;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the compacted topics from the beginning on a thread of its own, without consumer group: every dashboard needs
 * all of it, and reading again does no harm. After a failure it starts over; what is shown meanwhile stays.
 */
@ApplicationScoped
public class TopicReader {
    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    /** Read ahead per partition, of some fifty. */
    private static final int PARTITION_FETCH_BYTES_MAX = 256 << 10;

    private final TopicSettings settings;
    private final TopicBoard board;
    private final Changes changes;
    private final MeterRegistry meters;
    private final Clock clock = Clock.systemUTC();
    private volatile boolean stopping;
    private volatile @Nullable KafkaConsumer<?, ?> reading;
    private @Nullable Thread thread;

    public TopicReader(TopicSettings settings, TopicBoard board, Changes changes, MeterRegistry meters) {
        this.settings = settings;
        this.board = board;
        this.changes = changes;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("dorsal.dashboard.trials", board, TopicBoard::size)
                .description("Trials kept in memory")
                .register(meters);
        thread = Thread.ofPlatform().daemon().name("topic-reader").start(this::readForEver);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            KafkaConsumer<?, ?> open = reading;
            if (open != null) {
                open.wakeup();
            }
            thread.join(RETRY);
        }
    }

    private void readForEver() {
        while (!stopping) {
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerSettings())) {
                reading = consumer;
                TopicPosition position = new TopicPosition(
                        consumer,
                        Topics.TRIALS,
                        Topics.RESPONDER_OUTCOMES,
                        Topics.OPIOID_OUTCOMES,
                        Topics.COVERAGE_DETERMINATIONS);
                while (!stopping) {
                    consumer.poll(position.pause()).forEach(this::take);
                    boolean answered = position.check(clock.instant());
                    if (answered || position.isFirstAtEnd()) {
                        board.heard(position.atEnd(), clock.instant());
                    }
                }
            } catch (WakeupException e) {
                LOG.debug("Reading the topics ends");
            } catch (RuntimeException e) {
                LOG.warnf("Reading the topics failed and starts over in %s: %s", RETRY, e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> consumerSettings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                PARTITION_FETCH_BYTES_MAX,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "dashboard",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                2_000,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                30_000,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
    }

    /** A record that cannot be read is counted and passed over: one bad record must not hide the other trials. */
    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            Change change = change(record);
            meters.counter("dorsal.dashboard.records", "topic", record.topic(), "result", "read")
                    .increment();
            if (change != null) {
                changes.publish(change);
            }
        } catch (Malformed e) {
            meters.counter(
                            "dorsal.dashboard.records",
                            "topic",
                            record.topic(),
                            "result",
                            e.reason().word())
                    .increment();
            LOG.warnf("Passed over %s-%d@%d: %s", record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }

    private @Nullable Change change(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.TRIALS.name())) {
            return trial(record);
        }
        if (record.topic().equals(Topics.OPIOID_OUTCOMES.name())) {
            return kept(Topics.OPIOID_OUTCOMES, Change.Kind.OPIOIDS, record, OpioidOutcomeReader::parse);
        }
        return record.topic().equals(Topics.COVERAGE_DETERMINATIONS.name())
                ? kept(Topics.COVERAGE_DETERMINATIONS, Change.Kind.COVERAGE, record, CoverageDeterminationReader::parse)
                : outcome(record);
    }

    private @Nullable Change trial(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            board.removeTrial(key(record));
            return new Change(Change.Kind.TRIAL, key(record));
        }
        Trial trial = TrialCodec.parseStored(record.value());
        return board.merge(trial) ? new Change(Change.Kind.TRIAL, trial.trial()) : null;
    }

    private @Nullable Change outcome(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            board.removeOutcome(key(record));
            return new Change(Change.Kind.OUTCOME, key(record));
        }
        ResponderOutcome outcome = ResponderOutcomeReader.parse(record.value());
        boolean latest = board.put(outcome, record.value(), sequence(record));
        return latest ? new Change(Change.Kind.OUTCOME, outcome.trialId()) : null;
    }

    /** @param check refuses what a page could not read later */
    private @Nullable Change kept(
            Topic topic, Change.Kind kind, ConsumerRecord<byte[], byte[]> record, Consumer<byte[]> check) {
        TrialId trial = key(record);
        if (record.value() == null) {
            return withdrawn(topic, trial, record) ? new Change(kind, trial) : null;
        }
        check.accept(record.value());
        return board.keep(topic, trial, record.value(), sequence(record)) ? new Change(kind, trial) : null;
    }

    /** A record without a sequence is of nobody who computes outcomes: somebody clears the key. */
    private boolean withdrawn(Topic topic, TrialId trial, ConsumerRecord<byte[], byte[]> record) {
        if (record.headers().lastHeader("ce_sequence") == null) {
            board.forget(topic, trial);
            return true;
        }
        return board.withdraw(topic, trial, sequence(record));
    }

    /** Outcomes of before there was a sequence come before all that have one. */
    private static long sequence(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader("ce_sequence");
        if (header == null) {
            return 0;
        }
        try {
            return Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            throw new Malformed(Reason.WRONG_TYPE, "ce_sequence", "a whole number");
        }
    }

    /** The trial; the key of a determination has the policy behind a slash. */
    private static TrialId key(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        int slash = key.indexOf('/');
        return new TrialId(slash < 0 ? key : key.substring(0, slash));
    }
}
