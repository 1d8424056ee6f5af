package io.dorsal.merge;

import io.dorsal.merge.kafka.Delivery;
import io.dorsal.merge.kafka.Delivery.Fate;
import io.dorsal.merge.kafka.KafkaClients;
import io.dorsal.merge.kafka.OutboxPublisher;
import io.dorsal.merge.store.OutboxTable;
import io.dorsal.merge.store.OutboxTable.Letter;
import io.dorsal.merge.store.OutboxTable.Receipt;
import io.dorsal.merge.store.OutboxTable.Waiting;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The thread that empties the outbox. */
@ApplicationScoped
public class Publishing {
    private static final Logger LOG = Logger.getLogger(Publishing.class);
    private static final Duration LAST_DELIVERY_MAX = Duration.ofSeconds(4);
    private static final Duration INTERRUPTED_MAX = Duration.ofSeconds(1);

    private final MergeConfig.Outbox config;
    private final String bootstrapServers;
    private final OutboxTable outbox;
    private final Counter refusals;
    private volatile @Nullable Running running;

    private record Running(OutboxPublisher publisher, Thread thread, Delivery delivery) {}

    public Publishing(
            Merging merging,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            OutboxTable outbox,
            MeterRegistry meters) {
        config = merging.config().outbox();
        this.bootstrapServers = bootstrapServers;
        this.outbox = outbox;
        refusals = Counter.builder(merging.metric("outbox.refusals"))
                .description("Records that Kafka refused for good; they stay in the table with the reason")
                .register(meters);
    }

    public void start() {
        outbox.goOnFromClock();
        Delivery delivery = new Delivery(KafkaClients.producer(bootstrapServers, config.deliveryTimeout()));
        OutboxPublisher publisher = new OutboxPublisher(() -> drain(delivery), config.checkEvery());
        running = new Running(publisher, Thread.ofPlatform().name("outbox").start(publisher), delivery);
    }

    /** Returns when the delivery in hand is done, or soon; what Kafka has not acknowledged stays in the outbox. */
    public void stop() throws InterruptedException {
        Running now = running;
        if (now != null) {
            now.publisher().stop();
            if (!now.thread().join(LAST_DELIVERY_MAX)) {
                now.thread().interrupt();
                now.thread().join(INTERRUPTED_MAX);
            }
            now.delivery().close();
            running = null;
        }
    }

    public boolean isAlive() {
        Running now = running;
        return now != null && now.thread().isAlive();
    }

    /** Something was committed. */
    void wake() {
        Running now = running;
        if (now != null) {
            now.publisher().wake();
        }
    }

    private int drain(Delivery delivery) {
        Receipt receipt = outbox.drain(config.lettersMax(), letters -> deliver(delivery, letters));
        RuntimeException failure = receipt.failure();
        if (failure != null) {
            throw failure;
        }
        return receipt.settled();
    }

    private Receipt deliver(Delivery delivery, List<Waiting> letters) {
        List<Fate> fates =
                delivery.deliver(letters.stream().map(Publishing::record).toList());
        Set<Long> acknowledged = new HashSet<>();
        Map<Long, String> refused = new HashMap<>();
        KafkaException failure = null;
        for (int i = 0; i < letters.size(); i++) {
            Waiting letter = letters.get(i);
            switch (fates.get(i)) {
                case Fate.Acknowledged ignored -> acknowledged.add(letter.id());
                case Fate.Refused no -> {
                    refused.put(letter.id(), no.why());
                    tellRefused(letter.letter(), no.why());
                }
                case Fate.Open open -> failure = failure == null ? open.failure() : failure;
            }
        }
        return new Receipt(acknowledged, refused, failure);
    }

    // Kafka's reason speaks of sizes and settings, never of content.
    private void tellRefused(Letter letter, String why) {
        refusals.increment();
        LOG.errorf(
                "Kafka refuses the record for %s in slot %s; it stays in table outbox with this reason: %s",
                letter.topic(), letter.slot(), why);
    }

    private static ProducerRecord<String, byte[]> record(Waiting waiting) {
        Letter letter = waiting.letter();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(letter.topic(), letter.key(), letter.value());
        letter.cloudEvent().headers().forEach(record.headers()::add);
        // The CloudEvents extension wants text that sorts as the numbers do.
        header(record, "ce_sequence", "%019d".formatted(waiting.id()));
        header(record, "ce_dorsalreason", letter.reason());
        header(record, "ce_dorsaldetail", letter.detail());
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, @Nullable String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
