package io.dorsal.responder;

import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records as the registry and the gateway write them. */
final class Samples {
    static final LocalDate PLACED_ON = LocalDate.parse("2026-03-02");

    private Samples() {}

    /** A New York trial, placed on 2 March and removed on 10 March 2026. */
    static ProducerRecord<String, byte[]> trial(String trial, long version, String device) {
        return record(Topics.TRIALS, trial, """
                {"trial":"%s","version":%d,"clinic":"harbor","subject":"S-1","therapy":"SCS","timezone":"America/New_York",
                 "leadPlacedAt":"2026-03-02T15:30:00Z","leadRemovedAt":"2026-03-10T15:00:00Z",
                 "devices":[{"device":"%s","from":"2026-03-02T16:00:00Z","to":null}]}""".formatted(trial, version, device));
    }

    static ProducerRecord<String, byte[]> pain(String trial, String report, int revision, LocalDate day, int score) {
        return record(Topics.PATIENT_REPORTS, trial, """
                {"report":"%s","revision":%d,"kind":"PAIN","at":"%sT17:00:00Z","scale":"NRS","construct":"AVERAGE",\
                "score":%d,"trial":"%s","recordedAt":"2026-03-11T00:00:00Z"}""".formatted(report, revision, day, score, trial));
    }

    /** Worked example 1 of the domain: exactly 50 % relief. */
    static List<ProducerRecord<String, byte[]>> exactlyHalf(String trial) {
        List<ProducerRecord<String, byte[]>> diary = new ArrayList<>();
        int[] baseline = {8, 8, 7, 8, 9, 8, 8};
        for (int i = 0; i < baseline.length; i++) {
            diary.add(pain(trial, "b-" + i, 1, PLACED_ON.minusDays(7 - i), baseline[i]));
        }
        diary.add(pain(trial, "p-0", 1, PLACED_ON, 2));
        int[] days = {4, 4, 5, 4, 3, 4, 4};
        for (int i = 0; i < days.length; i++) {
            diary.add(pain(trial, "t-" + i, 1, PLACED_ON.plusDays(i + 1), days[i]));
        }
        return diary;
    }

    static ProducerRecord<String, byte[]> usage(String device, long boot, long seq, Instant from) {
        return event(
                device,
                boot,
                seq,
                from.plusSeconds(600),
                "\"type\":\"usage.recorded\",\"from\":\"%s\",\"to\":\"%s\",\"on\":%s,\"program\":\"%d\""
                        .formatted(from, from.plusSeconds(600), seq % 3 > 0, seq % 2));
    }

    static ProducerRecord<String, byte[]> changed(String device, long boot, long seq, Instant at) {
        return event(
                device,
                boot,
                seq,
                at,
                "\"type\":\"stimulation.changed\",\"on\":%s,\"program\":\"1\",\"cause\":\"patient\",\"extra\":\"é\""
                        .formatted(seq % 2 == 0));
    }

    static String painOf(int score) {
        return "\"type\":\"pain.reported\",\"scale\":\"NRS\",\"construct\":\"AVERAGE\",\"score\":" + score;
    }

    static ProducerRecord<String, byte[]> event(String device, long boot, long seq, Instant at, String rest) {
        return record(
                Topics.DEVICE_EVENTS,
                device,
                "{\"device\":\"%s\",\"receivedAt\":\"%s\",\"boot\":%d,\"seq\":%d,\"at\":\"%s\",%s}"
                        .formatted(device, at.plusMillis(150), boot, seq, at, rest));
    }

    static ProducerRecord<String, byte[]> record(Topic topic, String key, String json) {
        return new ProducerRecord<>(topic.name(), key, json.getBytes(StandardCharsets.UTF_8));
    }
}
