package io.dorsal.opioid;

import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records as the registry writes them. */
final class Samples {
    static final LocalDate PLACED_ON = LocalDate.parse("2026-03-02");
    static final String METHADONE_10 = "864706";

    private Samples() {}

    /** A New York trial, placed on 2 March and removed on 8 March 2026: five trial days. */
    static ProducerRecord<String, byte[]> trial(String trial, long version) {
        return record(Topics.TRIALS, trial, """
                {"trial":"%s","version":%d,"clinic":"harbor","subject":"S-1","therapy":"SCS","timezone":"America/New_York",
                 "leadPlacedAt":"2026-03-02T15:30:00Z","leadRemovedAt":"2026-03-08T15:00:00Z","devices":[]}""".formatted(trial, version));
    }

    /** Tablets taken at noon in New York, or nearly so. */
    static ProducerRecord<String, byte[]> intake(String trial, int revision, LocalDate day, int tablets) {
        return record(Topics.PATIENT_REPORTS, trial, """
                {"report":"i-%s","revision":%d,"kind":"INTAKE","at":"%sT17:00:00Z","rxcui":"%s","quantity":%d,\
                "unit":"{tab}","trial":"%s","recordedAt":"2026-03-11T00:00:00Z"}""".formatted(day, revision, day, METHADONE_10, tablets, trial));
    }

    /** Worked example 5 of the domain: methadone 30 mg a day before, 20 mg during the trial. */
    static List<ProducerRecord<String, byte[]>> methadone(String trial) {
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>();
        for (int day = -7; day < 0; day++) {
            facts.add(intake(trial, 1, PLACED_ON.plusDays(day), 3));
        }
        for (int day = 1; day <= 5; day++) {
            facts.add(intake(trial, 1, PLACED_ON.plusDays(day), 2));
        }
        facts.add(trial(trial, 1));
        return facts;
    }

    static ProducerRecord<String, byte[]> record(Topic topic, String key, String json) {
        return new ProducerRecord<>(topic.name(), key, json.getBytes(StandardCharsets.UTF_8));
    }
}
