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

/**
 * Keeps payloads in Kafka.
 *
 * <p>{@code KafkaProducer.send} blocks while Kafka's metadata is missing, so it is called from one thread of its own
 * and never from an event loop. One thread and one queue also keep the order of append.
 */
public final class KafkaJournal implements Journal, AutoCloseable {
    private static final int TAKEN_AT_ONCE_MAX = 512;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final SoleProducer producer;
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
        this.producer = new SoleProducer(producers);
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

    private void failed(Exception error) {
        tally.storeFailed(error.getClass().getSimpleName());
        // What fails on the journal's own thread never reached the producer, and leaves no gap in its count.
        if (!Thread.currentThread().equals(publisher)) {
            producer.failed();
        }
    }

    private void publish() {
        List<Append> taken = new ArrayList<>(TAKEN_AT_ONCE_MAX);
        makeProducer();
        while (!closing || !queue.isEmpty()) {
            take(taken);
            taken.forEach(this::send);
            taken.clear();
        }
        producer.close(CLOSE_TIMEOUT);
    }

    /** Early, so that the first payload need not wait for it; should it fail, that payload makes the next attempt. */
    private void makeProducer() {
        try {
            producer.sound();
        } catch (RuntimeException e) {
            tally.storeFailed(e.getClass().getSimpleName());
        }
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

    private void send(Append append) {
        int sent = 0;
        try {
            // First: a failed predecessor says what it takes with it, which decides whether this one is still wanted.
            Producer<byte[], byte[]> sound = producer.sound();
            if (append.isWanted(System.nanoTime())) {
                for (Outgoing outgoing : append.records()) {
                    if (append.hasFailed()) {
                        break;
                    }
                    var unused = sound.send(KafkaRecord.of(outgoing), append);
                    sent++;
                }
            }
        } catch (RuntimeException e) {
            // It refuses by itself, fenced or out of sequence, or there is none to be had.
            tally.storeFailed(e.getClass().getSimpleName());
            producer.discard();
        } finally {
            int never = append.records().size() - sent;
            if (never > 0) {
                append.giveUp(never);
            }
        }
    }

    /** False once the thread that writes has ended: nothing will be stored any more. */
    public boolean isWriting() {
        return publisher.isAlive();
    }

    /** Sends what is queued, waits a little for Kafka to confirm it, and ends. */
    @Override
    public void close() {
        closing = true;
        try {
            publisher.join(CLOSE_TIMEOUT);
            if (publisher.isAlive()) {
                // It waits inside send() for a Kafka that is away; closing the producer lets it go.
                producer.failed();
                publisher.join(CLOSE_TIMEOUT.multipliedBy(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
