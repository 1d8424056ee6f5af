package io.dorsal.standalone.bench;

import io.dorsal.model.DeviceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A payload that is made once and then only numbered, so that making it costs nothing against what is measured.
 * Sequence numbers begin at 10⁹, so that all have the same ten digits.
 */
final class EventTemplate {
    static final long FIRST_NUMBER = 1_000_000_000L;

    /** Boots that a simulated stimulator does not reach, so that its own numbers stay its own. */
    static final long BOOT = 900;

    private static final byte[] SEQ = "\"seq\":".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 10;

    private final byte[] bytes;
    private final int events;
    private final int[] numberOffsets;

    private EventTemplate(byte[] bytes, int events) {
        this.bytes = bytes;
        this.events = events;
        this.numberOffsets = numberOffsets(bytes, events);
    }

    /** {@code events} usage records, alone as an object or as an array. */
    static EventTemplate usage(int events, Instant at) {
        String event = """
                {"type":"usage.recorded","boot":900,"seq":1000000000,"at":"%s","from":"%s","to":"%s","on":true,\
                "program":"P1","firmware":"4.2.1-bench","note":"a field that the contract does not know is passed on"}""".formatted(at, at.minusSeconds(60), at);
        String payload = events == 1
                ? event
                : IntStream.range(0, events).mapToObj(i -> event).collect(Collectors.joining(",", "[", "]"));
        return new EventTemplate(payload.getBytes(StandardCharsets.US_ASCII), events);
    }

    /** One press of the pain button, which counts for the status. */
    static EventTemplate pain(Instant at) {
        String event = """
                {"type":"pain.reported","boot":900,"seq":1000000000,"at":"%s","scale":"NRS","score":4,\
                "construct":"AVERAGE"}""".formatted(at);
        return new EventTemplate(event.getBytes(StandardCharsets.US_ASCII), 1);
    }

    int events() {
        return events;
    }

    int length() {
        return bytes.length;
    }

    /** A copy whose events are numbered from {@code first} on. */
    byte[] numbered(long first) {
        byte[] numbered = bytes.clone();
        for (int i = 0; i < events; i++) {
            write(first + i, numbered, numberOffsets[i]);
        }
        return numbered;
    }

    static String topic(DeviceId device) {
        return "dorsal/v1/devices/" + device + "/events";
    }

    private static void write(long number, byte[] target, int offset) {
        long rest = number;
        for (int digit = DIGITS - 1; digit >= 0; digit--) {
            target[offset + digit] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int[] numberOffsets(byte[] bytes, int events) {
        int[] offsets = new int[events];
        int found = 0;
        for (int i = 0; found < events; i++) {
            if (startsWith(bytes, i, SEQ)) {
                offsets[found++] = i + SEQ.length;
            }
        }
        return offsets;
    }

    private static boolean startsWith(byte[] bytes, int offset, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[offset + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
