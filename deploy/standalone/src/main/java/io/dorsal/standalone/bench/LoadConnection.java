package io.dorsal.standalone.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One MQTT 3.1.1 connection that publishes a numbered template with QoS 1. Lives on one event loop. */
final class LoadConnection {
    private static final int PACKET_IDS = 65_536;

    /** Told of each PUBACK. */
    interface Acknowledged {
        void after(LoadConnection connection, long sinceNanos, int events);
    }

    private final LoadDevice device;
    private final EventTemplate template;
    private final Acknowledged acknowledged;
    private final Consumer<Throwable> lost;
    private final byte[] head;
    private final long[] sinceNanos = new long[PACKET_IDS];
    private long next;
    private int packetId;
    private int inFlight;
    private @Nullable NetSocket socket;

    LoadConnection(
            LoadDevice device,
            EventTemplate template,
            long firstNumber,
            Acknowledged acknowledged,
            Consumer<Throwable> lost) {
        this.device = device;
        this.template = template;
        this.next = firstNumber;
        this.acknowledged = acknowledged;
        this.lost = lost;
        this.head = MqttFrames.publishHead(EventTemplate.topic(device.device()), template.length());
    }

    Future<Void> open(NetClient client, int port) {
        Promise<Void> open = Promise.promise();
        client.connect(port, "127.0.0.1").onFailure(open::tryFail).onSuccess(connected -> {
            RecordParser answers = RecordParser.newFixed(MqttFrames.ANSWER_BYTES, answer -> take(answer, open));
            connected.handler(answers);
            connected.closeHandler(closed -> {
                IOException ended = new IOException("The gateway closed the connection of " + device.device());
                if (!open.tryFail(ended)) {
                    lost.accept(ended);
                }
            });
            socket = connected;
            connected.write(Buffer.buffer(MqttFrames.connect(device.device().value(), device.secret())));
        });
        return open.future();
    }

    /** Sends the next payloads. {@code sinceNanos} is the time from which their acknowledgement is measured. */
    void publish(int payloads, long sinceNanos) {
        NetSocket open = socket;
        if (open == null) {
            return;
        }
        Buffer frames = Buffer.buffer(payloads * (head.length + 2 + template.length()));
        for (int i = 0; i < payloads; i++) {
            // 0 is no packet id.
            packetId = packetId == PACKET_IDS - 1 ? 1 : packetId + 1;
            this.sinceNanos[packetId] = sinceNanos;
            frames.appendBytes(head)
                    .appendByte((byte) (packetId >>> 8))
                    .appendByte((byte) packetId)
                    .appendBytes(template.numbered(next));
            next += template.events();
        }
        inFlight += payloads;
        open.write(frames);
    }

    int inFlight() {
        return inFlight;
    }

    /** The number of the next event, hence what was sent. */
    long next() {
        return next;
    }

    void close() {
        NetSocket open = socket;
        socket = null;
        if (open != null) {
            open.closeHandler(closed -> {});
            open.close();
        }
    }

    private void take(Buffer answer, Promise<Void> open) {
        int type = answer.getUnsignedByte(0) & 0xF0;
        if (type == MqttFrames.CONNACK) {
            if (answer.getByte(3) == 0) {
                open.tryComplete();
            } else {
                open.tryFail(new IOException("The gateway refused " + device.device()));
            }
        } else if (type == MqttFrames.PUBACK) {
            inFlight--;
            acknowledged.after(this, sinceNanos[answer.getUnsignedShort(2)], template.events());
        }
    }
}
