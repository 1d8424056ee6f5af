package io.dorsal.registry;

import io.dorsal.registry.core.OutboxBatch;
import io.dorsal.registry.core.OutboxRow;
import io.dorsal.registry.kafka.BatchProducer;
import io.dorsal.registry.kafka.BatchResult;
import io.dorsal.registry.store.OutboxSession;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Empties the outbox into Kafka: read the rows that wait longest, send, remove what Kafka has acknowledged, wait to be
 * woken. Only one of several instances does so; the others stand by.
 *
 * <p>A crash between acknowledgement and removal sends rows again. Kafka or the database may be away for any time: rows
 * wait where they were committed, and this loop goes on when both are back.
 */
final class OutboxRelay implements Runnable {
    /** Opens a session with the database. */
    interface Door {
        OutboxSession open() throws SQLException;
    }

    private static final int BACKLOG_COUNTED_MAX = 100_000;

    private final Door door;
    private final BatchProducer producer;
    private final OutboxSettings settings;
    private final OutboxProgress progress;
    private volatile @Nullable OutboxSession session;
    private volatile boolean stopping;

    OutboxRelay(Door door, BatchProducer producer, OutboxSettings settings, OutboxProgress progress) {
        this.door = door;
        this.producer = producer;
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                try (OutboxSession opened = door.open()) {
                    session = opened;
                    relay(opened);
                } catch (SQLException | RuntimeException e) {
                    if (!stopping) {
                        progress.failed(e);
                        Thread.sleep(settings.retryPause());
                    }
                }
            }
        } catch (InterruptedException e) {
            // Told to end: nothing is lost by it, since rows go only after their acknowledgement.
        } finally {
            // An interrupted thread cannot close a producer.
            Thread.interrupted();
            producer.close();
        }
    }

    /** Makes {@link #run} return soon; what was not acknowledged stays in the outbox. */
    void stop(Thread running) {
        stopping = true;
        running.interrupt();
        OutboxSession open = session;
        if (open != null) {
            // A thread that waits for a notification reads from a socket, which an interrupt does not end.
            open.abort();
        }
    }

    private void relay(OutboxSession opened) throws SQLException, InterruptedException {
        while (!opened.becomePublisher()) {
            progress.standingBy();
            Thread.sleep(settings.pollInterval());
        }
        // Before the first look: what is committed after it will wake us.
        opened.listen();
        while (!stopping) {
            drain(opened);
            progress.idle();
            opened.awaitNotice(settings.pollInterval());
        }
    }

    private void drain(OutboxSession opened) throws SQLException, InterruptedException {
        List<OutboxRow> rows = opened.head(settings.batchRows());
        while (!rows.isEmpty() && !stopping) {
            progress.waiting(
                    rows.size() < settings.batchRows() ? rows.size() : opened.backlog(BACKLOG_COUNTED_MAX),
                    rows.getFirst().message().event().time());
            BatchResult result = producer.publish(rows);
            List<Long> settled = OutboxBatch.settled(rows, result.acknowledged());
            opened.remove(settled);
            progress.published(rows, settled);
            if (result.failure() != null) {
                progress.failed(result.failure());
                Thread.sleep(settings.retryPause());
            }
            rows = opened.head(settings.batchRows());
        }
    }
}
