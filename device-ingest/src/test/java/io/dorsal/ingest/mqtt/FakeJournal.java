package io.dorsal.ingest.mqtt;

import io.dorsal.ingest.core.Answer;
import io.dorsal.ingest.core.Journal;
import io.dorsal.ingest.core.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A journal in memory that confirms at once, or only when the test says so. */
final class FakeJournal implements Journal {
    record Entry(List<Outgoing> records, Delivery delivery) {}

    private final List<Entry> waiting = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private boolean hung;

    @Override
    public synchronized void append(List<Outgoing> records, Delivery delivery) {
        if (delivery.isAbandoned()) {
            delivery.settled(Answer.NOT_STORED);
            return;
        }
        waiting.add(new Entry(records, delivery));
        if (!hung) {
            confirmAll();
        }
    }

    synchronized void hang() {
        hung = true;
    }

    synchronized void recover() {
        hung = false;
        confirmAll();
    }

    synchronized int waiting() {
        return waiting.size();
    }

    /** Settles the payload at {@code index} of those that wait. */
    synchronized void settle(int index, Answer answer) {
        waiting.remove(index).delivery().settled(answer);
    }

    /** The values that were confirmed, in the order of append. */
    synchronized List<String> kept() {
        return List.copyOf(kept);
    }

    private void confirmAll() {
        for (Entry entry : waiting) {
            entry.records().forEach(one -> kept.add(new String(one.value(), StandardCharsets.UTF_8)));
            entry.delivery().settled(Answer.STORED);
        }
        waiting.clear();
    }
}
