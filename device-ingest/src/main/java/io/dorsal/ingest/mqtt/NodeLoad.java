package io.dorsal.ingest.mqtt;

import io.dorsal.ingest.core.Bounds;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What is in flight on this node, and which connections wait for it to become less. */
public final class NodeLoad {
    private final Bounds bounds;
    private final AtomicInteger payloads = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final Set<ReadGate> gates = ConcurrentHashMap.newKeySet();
    private final Set<ReadGate> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean full = new AtomicBoolean();

    public NodeLoad(Bounds bounds) {
        this.bounds = bounds;
    }

    void add(long addedBytes) {
        payloads.incrementAndGet();
        bytes.addAndGet(addedBytes);
        if (isFull() && full.compareAndSet(false, true)) {
            // A gate would else learn of it from its own next payload, which may be a large one.
            gates.forEach(ReadGate::wake);
        }
    }

    void remove(long removedBytes) {
        payloads.decrementAndGet();
        bytes.addAndGet(-removedBytes);
        if (full.get() && hasRoomAgain()) {
            full.set(false);
        }
        if (!waiting.isEmpty() && hasRoomAgain()) {
            // Removed before it is woken: it may find the node full again and wait anew.
            List.copyOf(waiting).stream().filter(waiting::remove).forEach(ReadGate::wake);
        }
    }

    boolean isFull() {
        return bounds.isFull(payloads.get(), bytes.get());
    }

    boolean hasRoomAgain() {
        return bounds.hasRoomAgain(payloads.get(), bytes.get());
    }

    void enter(ReadGate gate) {
        gates.add(gate);
    }

    void leave(ReadGate gate) {
        gates.remove(gate);
        waiting.remove(gate);
    }

    /** The gate is woken once when there is room again; ask {@link #hasRoomAgain} after this, not before. */
    void await(ReadGate gate) {
        waiting.add(gate);
    }

    void forget(ReadGate gate) {
        waiting.remove(gate);
    }

    public int payloads() {
        return payloads.get();
    }

    public long bytes() {
        return bytes.get();
    }
}
