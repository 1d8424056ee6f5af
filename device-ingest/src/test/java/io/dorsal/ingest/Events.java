package io.dorsal.ingest;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Payloads as a stimulator would send them. */
public final class Events {
    private Events() {}

    public static String topic(String device) {
        return "dorsal/v1/devices/" + device + "/events";
    }

    public static String battery(long seq) {
        return "{\"type\":\"battery.measured\",\"boot\":1,\"seq\":%d,\"at\":\"2026-03-03T10:00:00Z\",\"percent\":80}"
                .formatted(seq);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String batch(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Events::battery).collect(Collectors.joining(",", "[", "]"));
    }
}
