package io.dorsal.ingest.mqtt;

import io.dorsal.ingest.core.Bounds;
import io.dorsal.ingest.core.Tally;
import io.netty.channel.Channel;

/**
 * Back-pressure of one connection: while too much is in flight, here or on the whole node, nothing is read from the
 * socket, the TCP window closes, and the device waits with the rest of its store.
 *
 * <p>Netty's flow control handler, which stands behind the decoder, holds back packets that were read already, so a
 * closed gate lets no further packet through. Confined to the connection's event loop, except {@link #wake}.
 */
final class ReadGate {
    private final Channel channel;
    private final Bounds bounds;
    private final NodeLoad node;
    private final Tally tally;
    private int payloads;
    private long bytes;
    private boolean held;
    private boolean stopped;

    ReadGate(Channel channel, Bounds bounds, NodeLoad node, Tally tally) {
        this.channel = channel;
        this.bounds = bounds;
        this.node = node;
        this.tally = tally;
    }

    /** Reading begins, or waits if the node is full already. */
    void start() {
        node.enter(this);
        hold();
        recheck();
    }

    void taken(long costBytes) {
        payloads++;
        bytes += costBytes;
        node.add(costBytes);
    }

    /** Also for a connection that is gone: its payloads are still in flight. */
    void settled(long costBytes) {
        payloads--;
        bytes -= costBytes;
        node.remove(costBytes);
    }

    boolean isIdle() {
        return payloads == 0;
    }

    void recheck() {
        if (stopped) {
            return;
        }
        if (!held && mustHold()) {
            hold();
        }
        if (held && mayRead()) {
            open();
        }
    }

    private boolean mustHold() {
        return bounds.isFull(payloads, bytes) || node.isFull() || !channel.isWritable();
    }

    private boolean mayRead() {
        if (!bounds.hasRoomAgain(payloads, bytes) || !channel.isWritable()) {
            return false;
        }
        node.await(this);
        return node.hasRoomAgain();
    }

    private void hold() {
        held = true;
        tally.held(true);
        channel.config().setAutoRead(false);
    }

    private void open() {
        node.forget(this);
        held = false;
        tally.held(false);
        channel.config().setAutoRead(true);
    }

    /** Nothing more is read from this connection. */
    void stop() {
        stopped = true;
        node.leave(this);
        if (held) {
            held = false;
            tally.held(false);
        }
        channel.config().setAutoRead(false);
    }

    /** On any thread: the node is full, or has room again. */
    void wake() {
        channel.eventLoop().execute(this::recheck);
    }
}
