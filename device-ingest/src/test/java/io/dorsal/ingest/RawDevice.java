package io.dorsal.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A client of nothing but bytes, so that a test can do what no library would. */
public final class RawDevice implements AutoCloseable {
    public static final int CONNACK = 0x20;
    public static final int PUBACK = 0x40;
    public static final int PUBREC = 0x50;
    public static final int PUBCOMP = 0x70;
    public static final int SUBACK = 0x90;
    public static final int PINGRESP = 0xD0;
    public static final int DISCONNECT = 0xE0;
    public static final int CLOSED = -1;

    public final int version;
    private final Socket socket;
    private final InputStream in;
    private String id = "";

    /** One packet: its first byte and its body; the first byte is {@link #CLOSED} at the end. */
    public record Packet(int type, byte[] body) {
        public int packetId() {
            return Byte.toUnsignedInt(body[0]) << 8 | Byte.toUnsignedInt(body[1]);
        }

        /** The reason code behind the packet id; 0 where there is none. */
        public int reason() {
            return body.length > 2 ? Byte.toUnsignedInt(body[2]) : 0;
        }
    }

    public RawDevice(int port, int version) throws IOException {
        this(port, version, new Socket());
    }

    /** On a socket whose options are set already; some count only before it is connected. */
    public RawDevice(int port, int version, Socket unconnected) throws IOException {
        this.version = version;
        this.socket = unconnected;
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        this.in = socket.getInputStream();
        // Longer than any outage that a test plays.
        socket.setSoTimeout(60_000);
    }

    public void connect(String clientId, String secret) throws IOException {
        sendConnect(clientId, clientId, secret, 0);
        Packet connAck = read();
        assertThat(connAck.type()).isEqualTo(CONNACK);
        assertThat(connAck.body()[1]).isZero();
    }

    /** User and secret may be null: a certificate speaks for the device. */
    public void sendConnect(String clientId, String user, String secret, int keepAliveSeconds) throws IOException {
        id = clientId;
        int flags = user == null ? 0x02 : 0xC2;
        Body body = new Body().text("MQTT").number(1, version).number(1, flags).number(2, keepAliveSeconds);
        if (version == 5) {
            body.number(1, 0);
        }
        body.text(clientId);
        if (user != null) {
            body.text(user).text(secret);
        }
        send(0x10, body.bytes());
    }

    public void publish(int qos, int packetId, String payload) throws IOException {
        publish(Events.topic(id), qos, packetId, payload);
    }

    public void publish(String topic, int qos, int packetId, String payload) throws IOException {
        Body body = new Body().text(topic);
        if (qos > 0) {
            body.number(2, packetId);
        }
        if (version == 5) {
            body.number(1, 0);
        }
        send(0x30 | qos << 1, body.raw(Events.bytes(payload)).bytes());
    }

    public void release(int packetId) throws IOException {
        send(0x62, new Body().number(2, packetId).bytes());
    }

    public void subscribe(int packetId, String topic) throws IOException {
        Body body = new Body().number(2, packetId);
        if (version == 5) {
            body.number(1, 0);
        }
        send(0x82, body.text(topic).number(1, 1).bytes());
    }

    public void send(int type, byte[] body) throws IOException {
        Body packet = new Body().number(1, type);
        int length = body.length;
        do {
            packet.number(1, length % 128 | (length >= 128 ? 0x80 : 0));
            length /= 128;
        } while (length > 0);
        sendRaw(packet.raw(body).bytes());
    }

    public void sendRaw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    public Packet read() throws IOException {
        int type = in.read();
        if (type == CLOSED) {
            return new Packet(CLOSED, new byte[0]);
        }
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = in.read();
            length |= (digit & 0x7F) << shift;
            shift += 7;
        } while (digit >= 0x80);
        return new Packet(type, in.readNBytes(length));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Bytes of a packet being written. */
    public static final class Body {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        public Body number(int size, int value) {
            for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
                out.write(value >> shift);
            }
            return this;
        }

        public Body text(String text) {
            return number(2, Events.bytes(text).length).raw(Events.bytes(text));
        }

        public Body raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        public byte[] bytes() {
            return out.toByteArray();
        }
    }
}
