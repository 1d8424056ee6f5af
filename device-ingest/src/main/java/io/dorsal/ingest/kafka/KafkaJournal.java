package io.dorsal.ingest.kafka;

import io.dorsal.ingest.core.Answer;
import io.dorsal.ingest.core.Journal;
import io.dorsal.ingest.core.Outgoing;
import io.dorsal.ingest.core.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/**
 * Keeps payloads in Kafka.
 *
 * <p>{@code KafkaProducer.send} blocks while Kafka's metadata is missing, so it is called from one thread of its own
 * and never from an event loop. One thread and one queue also keep the order of append.
 */
public final class KafkaJournal implements Journal, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(KafkaJournal.class);
    private static final int TAKEN_AT_ONCE_MAX = 512;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final BlockingQueue<Append> queue;
    private final long ackTimeoutNanos;
    private final Tally tally;
    private final Thread publisher = new Thread(this::publish, "journal");
    private volatile boolean closing;

    /** Starts writing; nothing is lost that was appended before Kafka is there. */
    public static KafkaJournal open(ProducerSettings settings, int payloadsMax, Tally tally) {
        KafkaJournal journal = new KafkaJournal(
                () -> new KafkaProducer<>(settings.properties()), payloadsMax, settings.ackTimeout(), tally);
        journal.publisher.start();
        return journal;
    }

    KafkaJournal(Supplier<Producer<byte[], byte[]>> producers, int payloadsMax, Duration ackTimeout, Tally tally) {
        this.producers = producers;
        this.queue = new ArrayBlockingQueue<>(payloadsMax);
        this.ackTimeoutNanos = ackTimeout.toNanos();
        this.tally = tally;
    }

    void start() {
        publisher.start();
    }

    @Override
    public void append(List<Outgoing> records, Delivery delivery) {
        Append append = new Append(records, delivery, tally, System.nanoTime() + ackTimeoutNanos);
        if (closing || !queue.offer(append)) {
            delivery.settled(Answer.OVER_CAPACITY);
        }
    }

    private void publish() {
        List<Append> taken = new ArrayList<>(TAKEN_AT_ONCE_MAX);
        Producer<byte[], byte[]> producer = producers.get();
        while (!closing || !queue.isEmpty()) {
            take(taken);
            for (Append append : taken) {
                producer = sendOrRenew(producer, append);
            }
            taken.clear();
        }
        producer.close(CLOSE_TIMEOUT);
    }

    private void take(List<Append> taken) {
        try {
            Append first = queue.poll(100, TimeUnit.MILLISECONDS);
            if (first != null) {
                taken.add(first);
                queue.drainTo(taken, TAKEN_AT_ONCE_MAX - 1);
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    /** A producer that refuses by itself (fenced, out of sequence) never recovers: the next payload gets a new one. */
    private Producer<byte[], byte[]> sendOrRenew(Producer<byte[], byte[]> producer, Append append) {
        int sent = 0;
        try {
            if (append.isWanted(System.nanoTime())) {
                for (Outgoing outgoing : append.records()) {
                    if (append.hasFailed()) {
                        break;
                    }
                    var unused = producer.send(KafkaRecord.of(outgoing), append);
                    sent++;
                }
            }
            return producer;
        } catch (RuntimeException e) {
            LOG.errorf(
                    "Kafka's producer failed with %s; starting a new one",
                    e.getClass().getName());
            tally.storeFailed(e.getClass().getSimpleName());
            producer.close(Duration.ZERO);
            return producers.get();
        } finally {
            int never = append.records().size() - sent;
            if (never > 0) {
                append.giveUp(never);
            }
        }
    }

    /** Sends what is queued, waits a little for Kafka to confirm it, and ends. */
    @Override
    public void close() {
        closing = true;
        try {
            publisher.join(CLOSE_TIMEOUT.multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
