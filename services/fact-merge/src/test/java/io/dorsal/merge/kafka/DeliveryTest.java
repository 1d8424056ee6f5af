package io.dorsal.merge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.merge.kafka.Delivery.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private final Kafka kafka = new Kafka();
    private final Delivery delivery = new Delivery(kafka);

    /** Kafka's own fake, which answers as the key of the record says. */
    private static final class Kafka extends MockProducer<String, byte[]> {
        final List<String> asked = new ArrayList<>();

        Kafka() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            asked.add(record.key());
            Exception failure = switch (record.key()) {
                case "large" -> new RecordTooLargeException("The message is 3000000 bytes");
                case "away" -> new TimeoutException("Topic not present in metadata after 5000 ms.");
                case "forbidden" -> new TopicAuthorizationException("topic");
                default -> null;
            };
            if (failure == null) {
                return super.send(record, callback);
            }
            callback.onCompletion(null, failure);
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Test
    void aRefusedRecordStandsInNobodysWay() {
        List<Fate> fates = deliver("a", "large", "b");

        assertThat(fates).first().isEqualTo(new Fate.Acknowledged());
        assertThat(fates.get(1))
                .isInstanceOfSatisfying(
                        Fate.Refused.class,
                        refused -> assertThat(refused.why())
                                .isEqualTo("RecordTooLargeException: The message is 3000000 bytes"));
        assertThat(fates).last().isEqualTo(new Fate.Acknowledged());
    }

    @Test
    void withoutKafkaItWaitsOnce() {
        List<Fate> fates = deliver("a", "away", "b", "c");

        assertThat(kafka.asked).containsExactly("a", "away");
        assertThat(fates).hasSize(4).first().isEqualTo(new Fate.Acknowledged());
        assertThat(fates.subList(1, 4)).hasOnlyElementsOfType(Fate.Open.class);
    }

    @Test
    void aMissingRightIsNoFaultOfTheRecord() {
        assertThat(deliver("forbidden")).hasOnlyElementsOfType(Fate.Open.class);
    }

    private List<Fate> deliver(String... keys) {
        return delivery.deliver(List.of(keys).stream()
                .map(key -> new ProducerRecord<>("topic", key, new byte[0]))
                .toList());
    }
}
