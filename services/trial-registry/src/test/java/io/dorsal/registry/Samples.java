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

    static String clinicianDecision(String id, String choice) {
        String digest = "0a".repeat(32);
        return """
                {"decision":"%s","choice":"%s","reason":"as agreed","decidedAt":"2026-03-10T14:02:00Z",
                 "signature":{"person":"NP-7","printedName":"Ada Example, MD","meaning":"Decision of the physician"},
                 "shown":{"policy":"mac-scs-ngs","version":"2021-07-01","determinationDigest":"%s",
                          "asOf":"2026-03-10T14:00:00Z","factDigest":"%s","statedDigest":"%s"}}""".formatted(id, choice, digest, digest, digest);
    }

    static String denial(String id) {
        return """
                {"decision":"%s","payer":"medicare","request":{"stage":"PERMANENT","procedure":"63685"},
                 "expedited":false,"requestedAt":"2026-03-12T16:00:00Z","result":"DENIED",
                 "decidedAt":"2026-03-14T20:00:00Z",
                 "denial":{"code":"D-17","text":"No psychological evaluation in the record.",
                           "disputes":{"policy":"mac-scs-ngs","criterion":"L3"}}}""".formatted(id);
    }
}
