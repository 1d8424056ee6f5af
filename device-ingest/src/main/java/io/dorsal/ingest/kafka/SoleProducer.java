package io.dorsal.ingest.kafka;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one producer in use; it fails as a whole.
 *
 * <p>The broker takes a record of an idempotent producer only behind its predecessor, but a producer that has given a
 * record up starts counting anew, and later records would be stored without it. So a producer that fails once is closed
 * at once, on its own thread, and thrown away with all that it holds; the devices send that again, in order, through the
 * next one.
 */
final class SoleProducer {
    private static final Logger LOG = Logger.getLogger(SoleProducer.class);

    /** A producer cannot be made while Kafka's name does not resolve; asking for it on every payload helps nobody. */
    private static final Duration CREATE_AGAIN_AFTER = Duration.ofSeconds(1);

    private final Supplier<Producer<byte[], byte[]>> factory;
    private long createNotBeforeNanos = System.nanoTime();
    private volatile @Nullable Producer<byte[], byte[]> current;
    private volatile boolean broken;

    SoleProducer(Supplier<Producer<byte[], byte[]>> factory) {
        this.factory = factory;
    }

    /**
     * A producer that has not failed; on the journal's thread. When it returns, everything that a failed predecessor
     * held has been answered.
     *
     * @throws KafkaException when none can be made
     */
    Producer<byte[], byte[]> sound() {
        Producer<byte[], byte[]> producer = current;
        if (producer != null && !broken) {
            return producer;
        }
        discard();
        return create();
    }

    private Producer<byte[], byte[]> create() {
        if (System.nanoTime() - createNotBeforeNanos < 0) {
            throw new KafkaException("there is no producer yet");
        }
        // Should it throw, the next attempt waits.
        createNotBeforeNanos = System.nanoTime() + CREATE_AGAIN_AFTER.toNanos();
        Producer<byte[], byte[]> created = factory.get();
        createNotBeforeNanos = System.nanoTime();
        broken = false;
        current = created;
        return created;
    }

    /** On any thread: the producer has given a record up. What it holds behind the gap must not go out. */
    void failed() {
        Producer<byte[], byte[]> failing = current;
        if (failing != null && !broken) {
            broken = true;
            failing.close(Duration.ZERO);
        }
    }

    /** On the journal's thread; returns when everything that the producer held has been answered as failed. */
    void discard() {
        Producer<byte[], byte[]> failing = current;
        if (failing != null) {
            LOG.error("Kafka did not confirm in time, or the producer failed; starting a new one");
            broken = true;
            failing.close(Duration.ZERO);
            current = null;
        }
    }

    /** On the journal's thread: waits a little for what is on its way. */
    void close(Duration timeout) {
        Producer<byte[], byte[]> last = current;
        if (last != null) {
            last.close(timeout);
        }
    }
}
