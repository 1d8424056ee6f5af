package io.dorsal.registry;

import java.util.UUID;

/** Bodies of requests; ids differ each time, so that tests do not meet in the database. */
final class Samples {
    private Samples() {}

    static String id(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    static String trial(String subject) {
        return trial(subject, "[]");
    }

    static String trial(String subject, String devices) {
        return """
                {"clinic":"harbor-pain","subject":"%s","therapy":"SCS","indication":"M96.1",
                 "timezone":"America/New_York","painScale":"NRS","painConstruct":"AVERAGE",
                 "leadPlacedAt":"2026-03-02T15:30:00Z","plannedRemovalAt":"2026-03-09T15:00:00Z",
                 "devices":%s}""".formatted(subject, devices);
    }

    static String worn(String device, String from, String to) {
        return "[{\"device\":\"%s\",\"from\":\"%s\",\"to\":%s}]"
                .formatted(device, from, to == null ? "null" : "\"" + to + "\"");
    }

    static String pain(String report, long revision, int score) {
        return """
                {"report":"%s","revision":%d,"kind":"PAIN","at":"2026-02-23T20:00:00-05:00",
                 "scale":"NRS","construct":"AVERAGE","score":%d}""".formatted(report, revision, score);
    }
}
