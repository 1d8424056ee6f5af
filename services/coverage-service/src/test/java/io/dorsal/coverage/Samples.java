package io.dorsal.coverage;

import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records as registry and responder-service write them. */
final class Samples {
    private static final Path WIRE = Path.of("../../shared-model/src/test/resources/wire");
    private static final String PAPERS = """
            {"kind":"PSYCHOLOGICAL_EVALUATION","date":"2026-02-01","result":"CLEARED","by":"PSYCHOLOGIST"},\
            {"kind":"LAST_RESORT_STATEMENT","date":"2026-02-01","result":"CONFIRMED"},\
            {"kind":"FACILITY_STATEMENT","date":"2026-02-01","result":"CONFIRMED"},\
            {"kind":"CONDITION_STATEMENT","date":"2026-02-01"}""";
    private static final String EXAMINATION = "{\"kind\":\"PHYSICAL_EXAMINATION\",\"date\":\"2026-02-02\"}";

    private Samples() {}

    /** Lead in on 2 March 2026, out on 9 March, with every paper that mac-scs-ngs asks for. */
    static ProducerRecord<String, byte[]> trial(String trial, int version) {
        return trial(trial, version, "2026-03-02T15:30:00Z", "\"leadRemovedAt\":\"2026-03-09T15:00:00Z\"", true);
    }

    /** The same without an examination. */
    static ProducerRecord<String, byte[]> trialUnexamined(String trial, int version) {
        return trial(trial, version, "2026-03-02T15:30:00Z", "\"leadRemovedAt\":\"2026-03-09T15:00:00Z\"", false);
    }

    /** @param removal the member that tells when the lead comes out */
    static ProducerRecord<String, byte[]> trial(
            String trial, int version, String placedAt, String removal, boolean examined) {
        StringBuilder treatments = new StringBuilder();
        for (String kind :
                List.of("SURGERY", "PHYSICAL_THERAPY", "DRUG_THERAPY", "INJECTION", "PSYCHOLOGICAL_THERAPY")) {
            treatments
                    .append(treatments.isEmpty() ? "" : ",")
                    .append("{\"kind\":\"%s\",\"from\":\"2025-06-01\",\"to\":\"2025-12-15\",\"result\":\"FAILED\"}"
                            .formatted(kind));
        }
        return record(Topics.TRIALS, trial, """
                {"trial":"%s","version":%d,"clinic":"harbor","subject":"S-1","therapy":"SCS","indication":"M96.1",\
                "timezone":"America/New_York","payer":"medicare","policy":"mac-scs-ngs","leadPlacedAt":"%s",%s,\
                "devices":[],"documents":[%s%s],"treatments":[%s]}""".formatted(
                        trial, version, placedAt, removal, PAPERS, examined ? "," + EXAMINATION : "", treatments));
    }

    static ProducerRecord<String, byte[]> pain(String trial, int revision, int score) {
        return record(Topics.PATIENT_REPORTS, trial, """
                {"report":"p-1","revision":%d,"kind":"PAIN","at":"2026-03-05T20:00:00Z","scale":"NRS","construct":"AVERAGE",\
                "score":%d,"trial":"%s","recordedAt":"2026-03-11T00:00:00Z"}""".formatted(revision, score, trial));
    }

    /** Attested: little less was taken. */
    static ProducerRecord<String, byte[]> fewerAnalgesics(String trial) {
        return record(Topics.PATIENT_REPORTS, trial, """
                {"report":"a-1","revision":1,"kind":"ANALGESIC_REDUCTION","at":"2026-03-08T20:00:00Z","percent":20,\
                "attestedBy":"NP-7","trial":"%s","recordedAt":"2026-03-11T00:00:00Z"}""".formatted(trial));
    }

    /** A responder outcome with that relief, as the fraction that the wire holds. */
    static ProducerRecord<String, byte[]> outcome(String trial, String relief, long sequence) {
        ProducerRecord<String, byte[]> record = record(Topics.RESPONDER_OUTCOMES, trial, outcome(trial, relief));
        record.headers().add("ce_sequence", "%019d".formatted(sequence).getBytes(StandardCharsets.US_ASCII));
        return record;
    }

    static String outcome(String trial, String relief) {
        try {
            return Files.readString(WIRE.resolve("responder-outcome.stated-digest.v1.json"))
                    .replace("\"T-1\"", "\"" + trial + "\"")
                    .replace("125/2", relief);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A trial that mac-scs-ngs supports, with 62.5 % relief. */
    static List<ProducerRecord<String, byte[]>> supported(String trial) {
        return new ArrayList<>(List.of(outcome(trial, "125/2", 7), pain(trial, 1, 3), trial(trial, 1)));
    }

    static ProducerRecord<String, byte[]> record(Topic topic, String key, String json) {
        return new ProducerRecord<>(topic.name(), key, json.getBytes(StandardCharsets.UTF_8));
    }
}
