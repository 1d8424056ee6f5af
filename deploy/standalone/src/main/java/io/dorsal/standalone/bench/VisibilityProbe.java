package io.dorsal.standalone.bench;

import io.dorsal.model.TrialId;
import io.dorsal.standalone.simulate.core.Tally;
import io.dorsal.standalone.simulate.http.Ledgers;
import io.dorsal.standalone.simulate.http.Ledgers.Line;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long after its acknowledgement a press of the pain button is part of the trial's status: it presses, then
 * asks the API until the answer, which holds status and ledger of one state, has the press in its ledger.
 */
final class VisibilityProbe {
    private static final long VISIBLE_NANOS_MAX = TimeUnit.MINUTES.toNanos(1);
    private static final int ACKNOWLEDGED_SECONDS_MAX = 60;

    /** Each question makes the platform compute an outcome: asking more often would measure the asking. */
    private static final int POLL_PAUSE_MILLIS = 15;

    private final TrialId trial;
    private final Ledgers ledgers;
    private final EventLoop loop;
    private final LoadConnection connection;
    private final Tally.Boot boot;
    private final BlockingQueue<Long> acknowledgedAt = new LinkedBlockingQueue<>();
    private final Histogram visible = new Histogram(VISIBLE_NANOS_MAX, 3);
    private final Histogram poll = new Histogram(VISIBLE_NANOS_MAX, 3);

    VisibilityProbe(
            EventLoop loop,
            LoadDevice device,
            TrialId trial,
            EventTemplate press,
            Ledgers ledgers,
            Consumer<Throwable> lost) {
        this.trial = trial;
        this.ledgers = ledgers;
        this.loop = loop;
        this.boot = new Tally.Boot(device.device(), EventTemplate.BOOT);
        this.connection = new LoadConnection(
                device,
                press,
                EventTemplate.FIRST_NUMBER,
                (same, since, events) -> acknowledgedAt.add(System.nanoTime()),
                lost);
    }

    LoadConnection connection() {
        return connection;
    }

    /** Presses again and again, at random times so that it keeps no step with the platform's own rhythm. */
    void run(long endNanos) throws InterruptedException {
        for (long seq = EventTemplate.FIRST_NUMBER; System.nanoTime() < endNanos; seq++) {
            loop.run(() -> connection.publish(1, System.nanoTime()));
            Long acknowledged = acknowledgedAt.poll(ACKNOWLEDGED_SECONDS_MAX, TimeUnit.SECONDS);
            if (acknowledged == null) {
                throw new IllegalStateException("A press was not acknowledged in time.");
            }
            awaitVisible(seq, acknowledged);
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(5, 60));
        }
    }

    private void awaitVisible(long seq, long acknowledged) throws InterruptedException {
        while (true) {
            long asked = System.nanoTime();
            @Nullable Line line = ledgers.of(trial).get(boot);
            long answered = System.nanoTime();
            poll.recordValue(Math.min(VISIBLE_NANOS_MAX, answered - asked));
            if (line != null && line.highest() >= seq) {
                visible.recordValue(Math.max(0, Math.min(VISIBLE_NANOS_MAX, answered - acknowledged)));
                return;
            }
            if (answered - acknowledged > VISIBLE_NANOS_MAX) {
                throw new IllegalStateException("An acknowledged press was not visible in time.");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_PAUSE_MILLIS);
        }
    }

    Histogram visibleNanos() {
        return visible;
    }

    /** How long one question took, hence how fine the measurement is. */
    Histogram pollNanos() {
        return poll;
    }
}
