package io.dorsal.merge.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads facts and hands them to the {@link Inbox}, one batch at a time.
 *
 * <p>There is one way out of every trouble, be it a database that is away, a rebalance, or another consumer that was
 * faster: keep nothing in memory, ask the inbox for its positions, and read on from there. While that fails, partitions
 * are paused and polling goes on, so that the group membership is kept.
 */
public final class FactConsumer implements Runnable, ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(FactConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(3);

    /** Of one batch, since some records are a hundred times as long as others; a single longer one still goes. */
    private static final long BATCH_BYTES_MAX = 2L << 20;

    private final Consumer<String, byte[]> consumer;
    private final List<String> topics;
    private final Inbox inbox;
    private final Backoff backoff;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Set<TopicPartition> unplaced = new HashSet<>();
    private volatile Set<TopicPartition> owned = Set.of();

    public FactConsumer(Consumer<String, byte[]> consumer, List<String> topics, Inbox inbox, Backoff backoff) {
        this.consumer = consumer;
        this.topics = List.copyOf(topics);
        this.inbox = inbox;
        this.backoff = backoff;
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(topics, this);
            while (isRunning()) {
                turn();
            }
        } catch (WakeupException e) {
            LOG.debug("Woken up to stop.");
        } finally {
            // Without Kafka there is nobody to say goodbye to: the session ends by itself.
            consumer.close(CloseOptions.timeout(CLOSE_MAX));
        }
    }

    /** Ends {@link #run} after the batch in hand. */
    public void stop() {
        stopping.countDown();
        consumer.wakeup();
    }

    /** The partitions that are this consumer's to read. */
    public Set<TopicPartition> owned() {
        return owned;
    }

    private boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void turn() {
        try {
            place();
            for (List<ConsumerRecord<String, byte[]>> batch : Batches.of(consumer.poll(POLL), BATCH_BYTES_MAX)) {
                if (!isRunning()) {
                    return;
                }
                inbox.take(batch);
                backoff.reset();
            }
        } catch (WakeupException e) {
            throw e;
        } catch (OffsetOutOfRangeException e) {
            startOver(e.partitions());
        } catch (RuntimeException e) {
            LOG.warnf("Reading facts is interrupted and will be tried again: %s", Fault.of(e));
            pauseAll();
            keepMembership(backoff.next());
        }
    }

    /** Brings the partitions that need it to their stored positions. */
    private void place() {
        if (unplaced.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> positions = inbox.positions();
        for (TopicPartition partition : unplaced) {
            Long position = positions.get(partition);
            if (position == null) {
                consumer.seekToBeginning(Set.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        }
        consumer.resume(unplaced);
        unplaced.clear();
    }

    private void pauseAll() {
        unplaced.addAll(consumer.assignment());
        consumer.pause(unplaced);
    }

    // The log is shorter or begins later than we think, as after a loss of its disk. Merging again changes nothing, so
    // the safe answer is to read all there is.
    private void startOver(Collection<TopicPartition> partitions) {
        LOG.warnf("The log of %s does not reach the stored position; it is read again from its beginning.", partitions);
        try {
            inbox.forget(partitions);
        } catch (RuntimeException e) {
            LOG.warnf("Forgetting the position will be tried again: %s", Fault.of(e));
            keepMembership(backoff.next());
        }
        pauseAll();
    }

    private void keepMembership(Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        try {
            while (isRunning() && System.nanoTime() < end) {
                consumer.poll(wait);
            }
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debugf("Polling failed as well: %s", Fault.of(e));
            await(wait);
        }
    }

    private void await(Duration wait) {
        try {
            stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        unplaced.addAll(partitions);
        consumer.pause(partitions);
        // Any position will do while paused; with none at all the next poll would complain.
        partitions.forEach(partition -> consumer.seek(partition, 0));
        owned = Set.copyOf(consumer.assignment());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(unplaced::remove);
        Set<TopicPartition> left = new HashSet<>(consumer.assignment());
        partitions.forEach(left::remove);
        owned = Set.copyOf(left);
    }
}
