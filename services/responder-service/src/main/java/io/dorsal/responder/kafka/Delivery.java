package io.dorsal.responder.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Sends records and waits for Kafka's acknowledgement of each. */
public final class Delivery implements AutoCloseable {
    private final Producer<String, byte[]> producer;

    public Delivery(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Returns when every record is acknowledged.
     *
     * @throws KafkaException when one is not; it waits for the others even then, so that none arrives later
     */
    public void deliver(List<ProducerRecord<String, byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        KafkaException failure = null;
        try {
            records.forEach(record -> sent.add(producer.send(record)));
        } catch (KafkaException e) {
            failure = e;
        }
        for (Future<RecordMetadata> acknowledgement : sent) {
            try {
                acknowledgement.get();
            } catch (ExecutionException e) {
                failure = new KafkaException("A record was not acknowledged", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("Interrupted while waiting for acknowledgements", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
