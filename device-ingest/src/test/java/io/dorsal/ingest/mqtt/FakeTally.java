package io.dorsal.ingest.mqtt;

import io.dorsal.ingest.core.Answer;
import io.dorsal.ingest.core.Outgoing;
import io.dorsal.ingest.core.Tally;
import io.dorsal.model.Reason;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts for a test to look at. */
final class FakeTally implements Tally {
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger held = new AtomicInteger();
    final AtomicInteger taken = new AtomicInteger();
    final List<Reason> refusedConnections = new CopyOnWriteArrayList<>();
    final AtomicInteger answers = new AtomicInteger();

    @Override
    public void connectionOpened() {
        open.incrementAndGet();
    }

    @Override
    public void connectionClosed() {
        open.decrementAndGet();
    }

    @Override
    public void connectionRefused(Reason reason) {
        refusedConnections.add(reason);
    }

    @Override
    public void payloadTaken(List<Outgoing> records, Reason refusal) {
        taken.incrementAndGet();
    }

    @Override
    public void payloadAnswered(Answer answer, long nanos) {
        answers.incrementAndGet();
    }

    @Override
    public void storeFailed(String error) {}

    @Override
    public void held(boolean on) {
        held.addAndGet(on ? 1 : -1);
    }
}
