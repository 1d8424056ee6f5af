package io.dorsal.standalone.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The few frames of MQTT 3.1.1 that a load generator sends; a full client would measure itself. */
final class MqttFrames {
    /** CONNACK and PUBACK of 3.1.1 are four bytes each, and the server sends nothing else to a publisher. */
    static final int ANSWER_BYTES = 4;

    static final int CONNACK = 0x20;
    static final int PUBACK = 0x40;

    private static final int CONNECT = 0x10;
    private static final int PUBLISH_QOS_1 = 0x32;
    private static final int CLEAN_USER_PASSWORD = 0xC2;

    private MqttFrames() {}

    static byte[] connect(String clientId, String password) {
        byte[] id = text(clientId);
        byte[] secret = text(password);
        byte[] protocol = {0, 4, 'M', 'Q', 'T', 'T', 4, (byte) CLEAN_USER_PASSWORD, 0, 0};
        byte[] body = new byte[protocol.length + 2 * id.length + secret.length];
        int at = put(protocol, body, 0);
        at = put(id, body, at);
        at = put(id, body, at);
        put(secret, body, at);
        byte[] head = head(CONNECT, body.length);
        byte[] frame = new byte[head.length + body.length];
        put(body, frame, put(head, frame, 0));
        return frame;
    }

    /** Everything of a PUBLISH before its packet id, of which two bytes and the payload follow. */
    static byte[] publishHead(String topic, int payloadLength) {
        byte[] name = text(topic);
        byte[] head = head(PUBLISH_QOS_1, name.length + 2 + payloadLength);
        byte[] all = new byte[head.length + name.length];
        put(name, all, put(head, all, 0));
        return all;
    }

    private static byte[] head(int type, int remaining) {
        byte[] head = new byte[5];
        head[0] = (byte) type;
        int length = 1;
        int rest = remaining;
        do {
            int low = rest & 0x7F;
            rest >>>= 7;
            head[length++] = (byte) (rest > 0 ? low | 0x80 : low);
        } while (rest > 0);
        return Arrays.copyOf(head, length);
    }

    private static byte[] text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[utf8.length + 2];
        all[0] = (byte) (utf8.length >>> 8);
        all[1] = (byte) utf8.length;
        put(utf8, all, 2);
        return all;
    }

    private static int put(byte[] source, byte[] target, int at) {
        System.arraycopy(source, 0, target, at, source.length);
        return at + source.length;
    }
}
