package io.dorsal.merge.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Sends records and waits for what Kafka says to each. */
public final class Delivery implements AutoCloseable {
    private static final Duration CLOSE_MAX = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;

    public Delivery(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** What became of one record. */
    public sealed interface Fate {
        /** Kafka has it. */
        record Acknowledged() implements Fate {}

        /** Kafka refuses the record itself, and would refuse it again. */
        record Refused(String why) implements Fate {}

        /** Kafka may have it or not, and another attempt is right. */
        record Open(KafkaException failure) implements Fate {}
    }

    /**
     * One fate per record, in their order, once all are known.
     *
     * @throws KafkaException when interrupted
     */
    public List<Fate> deliver(List<ProducerRecord<String, byte[]>> records) {
        List<Future<RecordMetadata>> sent = send(records);
        List<Fate> fates = new ArrayList<>(records.size());
        for (Future<RecordMetadata> answer : sent) {
            fates.add(fateOf(answer));
        }
        while (fates.size() < records.size()) {
            fates.add(new Fate.Open(new KafkaException("Not sent, since Kafka did not take the record before")));
        }
        return fates;
    }

    // Without Kafka each send blocks for a while: one such wait is enough. A refused record says nothing about Kafka.
    private List<Future<RecordMetadata>> send(List<ProducerRecord<String, byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        AtomicBoolean failed = new AtomicBoolean();
        for (ProducerRecord<String, byte[]> record : records) {
            if (failed.get()) {
                break;
            }
            try {
                sent.add(producer.send(record, (metadata, e) -> {
                    if (e != null && !isRefusal(e)) {
                        failed.set(true);
                    }
                }));
            } catch (KafkaException e) {
                failed.set(!isRefusal(e));
                sent.add(CompletableFuture.failedFuture(e));
            }
        }
        return sent;
    }

    private static Fate fateOf(Future<RecordMetadata> answer) {
        try {
            answer.get();
            return new Fate.Acknowledged();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return isRefusal(cause)
                    ? new Fate.Refused(cause.getClass().getSimpleName() + ": " + cause.getMessage())
                    : new Fate.Open(new KafkaException("A record was not acknowledged", cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for acknowledgements", e);
        }
    }

    // Only what is about the record. A missing right or topic is not retriable for Kafka's client either, yet setting
    // aside every record until somebody grants the right would be worse than waiting.
    private static boolean isRefusal(Throwable e) {
        return e instanceof RecordTooLargeException
                || e instanceof RecordBatchTooLargeException
                || e instanceof InvalidRecordException
                || e instanceof InvalidTimestampException
                || e instanceof SerializationException;
    }

    @Override
    public void close() {
        producer.close(CLOSE_MAX);
    }
}
