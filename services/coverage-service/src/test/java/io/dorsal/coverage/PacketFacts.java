package io.dorsal.coverage;

import io.dorsal.model.DeviceId;
import io.dorsal.model.Topics;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.opioid.tables.ShippedTables;
import io.dorsal.opioid.wire.OpioidBasis;
import io.dorsal.opioid.wire.OpioidBasisCodec;
import io.dorsal.responder.core.DeviceFacts;
import io.dorsal.responder.core.Rules;
import io.dorsal.responder.core.TrialFacts;
import io.dorsal.responder.wire.RulesCodec;
import io.dorsal.responder.wire.TrialFactsCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A trial of a week as the registry states it and as responder-service hands it out: 50 % relief, one day missing. */
final class PacketFacts {
    static final String DEVICE = "ETS-00042";
    private static final LocalDate PLACED_ON = LocalDate.parse("2026-03-02");
    private static final int[] BASELINE = {8, 8, 7, 8, 9, 8, 8};
    private static final int[] DAYS = {4, 4, 5, 0, 3, 4};

    private PacketFacts() {}

    /** Its document under that version, and its reports; {@code corrected} makes of the last day another. */
    static List<ProducerRecord<String, byte[]>> statements(String trial, boolean corrected) {
        List<ProducerRecord<String, byte[]>> statements = new ArrayList<>();
        statements.add(document(trial, 1));
        for (int i = 0; i < BASELINE.length; i++) {
            statements.add(pain(trial, "b-" + i, 1, PLACED_ON.minusDays(7 - i), BASELINE[i], ""));
        }
        for (int i = 0; i < DAYS.length; i++) {
            if (DAYS[i] > 0) {
                statements.add(pain(trial, "t-" + i, 1, PLACED_ON.plusDays(i + 1), DAYS[i], ""));
            }
        }
        if (corrected) {
            statements.add(
                    pain(trial, "t-5", 2, PLACED_ON.plusDays(6), 2, ",\"reason\":\"PRIVATE-WORDS hit the wrong key\""));
        }
        for (int i = -7; i < 7; i++) {
            statements.add(Samples.record(
                    Topics.PATIENT_REPORTS, trial, """
                    {"report":"i%s","revision":1,"kind":"INTAKE","at":"%sT13:00:00Z","rxcui":"1049683","quantity":%s,\
                    "unit":"{tab}","trial":"%s","recordedAt":"2026-03-11T00:00:00Z"}""".formatted(i + 7, PLACED_ON.plusDays(i), i < 1 ? 4 : 2, trial)));
        }
        return statements;
    }

    private static ProducerRecord<String, byte[]> document(String trial, int version) {
        ProducerRecord<String, byte[]> bare = Samples.trial(trial, version);
        String worn =
                "\"devices\":[{\"device\":\"%s\",\"from\":\"2026-03-02T16:00:00Z\",\"to\":null}]".formatted(DEVICE);
        return Samples.record(
                Topics.TRIALS, trial, new String(bare.value(), StandardCharsets.UTF_8).replace("\"devices\":[]", worn));
    }

    private static ProducerRecord<String, byte[]> pain(
            String trial, String report, int revision, LocalDate day, int score, String more) {
        return Samples.record(Topics.PATIENT_REPORTS, trial, """
                {"report":"%s","revision":%s,"kind":"PAIN","at":"%sT20:00:00Z","scale":"NRS","construct":"AVERAGE",\
                "score":%s,"trial":"%s","recordedAt":"2026-03-11T00:00:00Z"%s}""".formatted(report, revision, day, score, trial, more));
    }

    /** The answer of {@code GET /api/responders/{trialId}/facts}. */
    static byte[] facts(List<ProducerRecord<String, byte[]>> statements) {
        List<PatientReport> reports = statements.stream()
                .filter(record -> record.topic().equals(Topics.PATIENT_REPORTS.name()))
                .map(record -> ReportCodec.parseStored(record.value()))
                .toList();
        Trial trial = statements.stream()
                .filter(record -> record.topic().equals(Topics.TRIALS.name()))
                .map(record -> TrialCodec.parseStored(record.value()))
                .findFirst()
                .orElseThrow();
        return TrialFactsCodec.bytes(
                new TrialFacts(trial, reports, List.of(DeviceFacts.of(new DeviceId(DEVICE), events()))));
    }

    private static List<DeviceEvent> events() {
        List<DeviceEvent> events = new ArrayList<>();
        Instant start = Instant.parse("2026-03-02T16:00:00Z");
        for (int seq = 0; seq < 330; seq++) {
            Instant at = start.plusSeconds(1800L * (seq + 1));
            String what = seq % 11 == 0
                    ? "\"type\":\"stimulation.changed\",\"on\":%s,\"program\":\"A\",\"cause\":\"patient\",\"settings\":{\"waveform\":\"tonic\"}"
                            .formatted(seq % 22 == 0)
                    : "\"type\":\"usage.recorded\",\"from\":\"%s\",\"to\":\"%s\",\"on\":%s,\"program\":\"A\""
                            .formatted(at.minusSeconds(1800), at, seq / 11 % 2 == 0);
            if (seq != 100) {
                byte[] json = "{\"boot\":1,\"seq\":%s,\"at\":\"%s\",%s}"
                        .formatted(seq, at, what)
                        .getBytes(StandardCharsets.UTF_8);
                events.add(DeviceEventCodec.parse(new DeviceId(DEVICE), at.plusMillis(250), json, 0, json.length));
            }
        }
        return events;
    }

    static byte[] responderRules() {
        return Json.bytes(RulesCodec.node(Rules.PAIN_RELIEF_1));
    }

    static byte[] opioidRules() {
        return Json.bytes(OpioidBasisCodec.node(new OpioidBasis(
                io.dorsal.opioid.core.Rules.OPIOID_1, ShippedTables.DEFAULT_FACTOR_SET, ShippedTables.digests())));
    }
}
