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
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps payloads in Kafka.
 *
 * <p>{@code KafkaProducer.send} blocks while Kafka's metadata is missing, so it is called from one thread of its own
 * and never from an event loop. One thread and one queue also keep the order of append.
 *
 * <p>Order after a failure: the broker takes a record of an idempotent producer only behind its predecessor, but a
 * producer that has given a record up starts counting anew, and later records would be stored without it. So a producer
 * that fails once is closed at once, on its own thread, before it can send another batch, and thrown away with all that
 * it holds; the devices send that again, in order, through the next one.
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
    private volatile boolean broken;
    private volatile @Nullable Producer<byte[], byte[]> current;

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
        Append append = new Append(records, delivery, this::failed, System.nanoTime() + ackTimeoutNanos);
        if (closing || !queue.offer(append)) {
            delivery.settled(Answer.OVER_CAPACITY);
        }
    }

    /** A record that is itself too large, or that never reached the producer, leaves no gap in the producer's count. */
    private void failed(Exception error) {
        tally.storeFailed(error.getClass().getSimpleName());
        boolean leavesGap = !Thread.currentThread().equals(publisher) && !(error instanceof RecordTooLargeException);
        Producer<byte[], byte[]> failing = current;
        if (leavesGap && !broken && failing != null) {
            broken = true;
            // Not left to the publisher: until it came to it, records behind the gap would still go out.
            failing.close(Duration.ZERO);
        }
    }

    private void publish() {
        List<Append> taken = new ArrayList<>(TAKEN_AT_ONCE_MAX);
        Producer<byte[], byte[]> producer = create();
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

    private Producer<byte[], byte[]> sendOrRenew(Producer<byte[], byte[]> producer, Append append) {
        int sent = 0;
        try {
            Producer<byte[], byte[]> sound = broken ? renew(producer) : producer;
            if (append.isWanted(System.nanoTime())) {
                for (Outgoing outgoing : append.records()) {
                    if (append.hasFailed()) {
                        break;
                    }
                    var unused = sound.send(KafkaRecord.of(outgoing), append);
                    sent++;
                }
            }
            return sound;
        } catch (RuntimeException e) {
            // It refuses by itself, fenced or out of sequence.
            tally.storeFailed(e.getClass().getSimpleName());
            return renew(producer);
        } finally {
            int never = append.records().size() - sent;
            if (never > 0) {
                append.giveUp(never);
            }
        }
    }

    private Producer<byte[], byte[]> renew(Producer<byte[], byte[]> failing) {
        LOG.error("Kafka did not confirm in time, or the producer failed; starting a new one");
        broken = true;
        // Returns when everything that it held has been answered as failed.
        failing.close(Duration.ZERO);
        Producer<byte[], byte[]> next = create();
        broken = false;
        return next;
    }

    private Producer<byte[], byte[]> create() {
        Producer<byte[], byte[]> producer = producers.get();
        current = producer;
        return producer;
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
