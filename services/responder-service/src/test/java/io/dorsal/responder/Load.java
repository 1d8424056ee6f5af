package io.dorsal.responder;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.TrialId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A steady stream of events of some devices, each worn in a trial, and a tally of what Kafka acknowledged. */
final class Load implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-03-03T00:00:00Z");

    private final String prefix;
    private final int devices;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicLong sent = new AtomicLong();
    private final Thread thread;
    /** Of one thread at a time: of the one that starts the load, then of the load's own. */
    private final List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();

    private volatile boolean stopping;
    private volatile @Nullable Exception failure;

    Load(String bootstrapServers, String prefix, int devices) {
        this.prefix = prefix;
        this.devices = devices;
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "delivery.timeout.ms",
                        180_000,
                        "max.block.ms",
                        120_000),
                new StringSerializer(),
                new ByteArraySerializer());
        for (int device = 0; device < devices; device++) {
            send(Samples.trial(trial(device), 1, device(device)));
            Samples.exactlyHalf(trial(device)).forEach(this::send);
        }
        thread = Thread.ofPlatform().name("load").start(this::run);
    }

    /** Ends the stream; the number of events per device, all of them acknowledged. */
    long end() throws Exception {
        stopping = true;
        assertThat(thread.join(Duration.ofSeconds(200)))
                .as("Kafka has acknowledged the load")
                .isTrue();
        Exception failed = failure;
        if (failed != null) {
            throw new AssertionError("The load itself failed, so the tally means nothing", failed);
        }
        return sent.get();
    }

    long sent() {
        return sent.get();
    }

    /** Every event is counted once, and the published outcome is that of all facts. */
    void assertCounted(Instance instance, long perDevice) {
        for (int device = 0; device < devices; device++) {
            String trial = trial(device);
            var facts = instance.store.load(new TrialId(trial)).orElseThrow();
            assertThat(instance.assessor
                            .assess(facts, Instant.parse("2026-03-20T00:00:00Z"))
                            .ledger())
                    .as(trial)
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.received()).isEqualTo(perDevice);
                        assertThat(entry.missing()).isEmpty();
                    });
            assertThat(instance.published().get(trial))
                    .isEqualTo(instance.assessor.publishable(facts).document());
        }
    }

    private void run() {
        try {
            while (!stopping) {
                long seq = sent.get();
                for (int device = 0; device < devices; device++) {
                    send(event(device, seq));
                }
                sent.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(20);
            }
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (Exception e) {
            failure = e;
        }
    }

    private void send(ProducerRecord<String, byte[]> record) {
        acknowledgements.add(producer.send(record));
    }

    private ProducerRecord<String, byte[]> event(int device, long seq) {
        Instant at = START.plusSeconds(60 * seq);
        return seq % 40 == 0 ? Samples.changed(device(device), 0, seq, at) : Samples.usage(device(device), 0, seq, at);
    }

    private String trial(int device) {
        return "T-" + prefix + "-" + device;
    }

    private String device(int device) {
        return "D-" + prefix + "-" + device;
    }

    @Override
    public void close() {
        stopping = true;
        producer.close(Duration.ofSeconds(5));
    }
}
