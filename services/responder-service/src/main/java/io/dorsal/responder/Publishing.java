package io.dorsal.responder;

import io.dorsal.model.CloudEvent;
import io.dorsal.responder.kafka.Delivery;
import io.dorsal.responder.kafka.KafkaClients;
import io.dorsal.responder.kafka.OutboxPublisher;
import io.dorsal.responder.store.OutboxTable;
import io.dorsal.responder.store.OutboxTable.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The thread that empties the outbox. */
@ApplicationScoped
public class Publishing {
    private static final Duration LAST_DELIVERY_MAX = Duration.ofSeconds(10);

    private final ResponderConfig.Outbox config;
    private final String bootstrapServers;
    private final OutboxTable outbox;
    private volatile @Nullable Running running;

    private record Running(OutboxPublisher publisher, Thread thread, Delivery delivery) {}

    Publishing(
            ResponderConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            OutboxTable outbox) {
        this.config = config.outbox();
        this.bootstrapServers = bootstrapServers;
        this.outbox = outbox;
    }

    void start() {
        Delivery delivery = new Delivery(KafkaClients.producer(bootstrapServers, config.deliveryTimeout()));
        OutboxPublisher publisher = new OutboxPublisher(() -> drain(delivery), config.checkEvery());
        running = new Running(publisher, Thread.ofPlatform().name("outbox").start(publisher), delivery);
    }

    void stop() throws InterruptedException {
        Running now = running;
        if (now != null) {
            now.publisher().stop();
            now.thread().join(LAST_DELIVERY_MAX);
            now.delivery().close();
            running = null;
        }
    }

    /** Something was committed. */
    void wake() {
        Running now = running;
        if (now != null) {
            now.publisher().wake();
        }
    }

    private int drain(Delivery delivery) {
        return outbox.drain(config.lettersMax(), letters -> delivery.deliver(records(letters)));
    }

    private static List<ProducerRecord<String, byte[]>> records(List<Letter> letters) {
        return letters.stream().map(Publishing::record).toList();
    }

    private static ProducerRecord<String, byte[]> record(Letter letter) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(letter.topic(), letter.key(), letter.value());
        CloudEvent cloudEvent = letter.cloudEvent();
        cloudEvent.headers().forEach(record.headers()::add);
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
