package io.dorsal.ingest.kafka;

import io.dorsal.ingest.core.Answer;
import io.dorsal.ingest.core.Journal.Delivery;
import io.dorsal.ingest.core.Outgoing;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The records of one payload on their way; it is settled when Kafka has answered for the last of them. */
final class Append implements Callback {
    private final List<Outgoing> records;
    private final Delivery delivery;
    private final Consumer<Exception> whenFailed;
    private final long deadlineNanos;
    private final AtomicInteger unanswered;
    private volatile boolean failed;

    Append(List<Outgoing> records, Delivery delivery, Consumer<Exception> whenFailed, long deadlineNanos) {
        this.records = records;
        this.delivery = delivery;
        this.whenFailed = whenFailed;
        this.deadlineNanos = deadlineNanos;
        this.unanswered = new AtomicInteger(records.size());
    }

    List<Outgoing> records() {
        return records;
    }

    boolean isWanted(long nowNanos) {
        return !delivery.isAbandoned() && nowNanos - deadlineNanos < 0;
    }

    boolean hasFailed() {
        return failed;
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception error) {
        try {
            if (error != null) {
                failed = true;
                whenFailed.accept(error);
            }
        } finally {
            answered(1);
        }
    }

    /** Gives up the last {@code count} records, which were never sent. */
    void giveUp(int count) {
        failed = true;
        answered(count);
    }

    private void answered(int count) {
        if (unanswered.addAndGet(-count) == 0) {
            delivery.settled(failed ? Answer.NOT_STORED : Answer.STORED);
        }
    }
}
