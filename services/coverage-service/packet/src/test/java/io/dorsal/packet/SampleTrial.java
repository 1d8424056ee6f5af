package io.dorsal.packet;

import io.dorsal.coverage.policy.PolicyShelf;
import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.opioid.tables.ShippedTables;
import io.dorsal.opioid.wire.OpioidBasis;
import io.dorsal.responder.core.DeviceFacts;
import io.dorsal.responder.core.Rules;
import io.dorsal.responder.core.TrialFacts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A trial of ten days in New York with all that a packet can hold, and some of what it must not. */
final class SampleTrial {
    static final String POLICY = "mac-scs-ngs";
    static final Instant AS_OF = Instant.parse("2026-03-14T12:00:00Z");
    static final PolicyShelf SHELF = PolicyShelf.shipped();
    static final Basis BASIS = new Basis(
            Rules.PAIN_RELIEF_1,
            new OpioidBasis(
                    io.dorsal.opioid.core.Rules.OPIOID_1, ShippedTables.DEFAULT_FACTOR_SET, ShippedTables.digests()));

    private static final TrialId TRIAL = new TrialId("T-0417");
    private static final LocalDate PLACEMENT = LocalDate.parse("2026-03-02");
    private static final int[] BASELINE = {8, 8, 7, 8, 9, 8, 8};
    private static final int[] DAYS = {4, 3, 4, 3, 3, 4, 3, 3, 4};

    private final Random random;

    private SampleTrial(Random random) {
        this.random = random;
    }

    static TrialFacts facts() {
        return facts(new Random(7), "ETS-00042");
    }

    /** Differs from seed to seed in what a patient may state or leave out. */
    static TrialFacts facts(Random random, String device) {
        SampleTrial sample = new SampleTrial(random);
        return new TrialFacts(
                trial(device), sample.reports(), List.of(DeviceFacts.of(new DeviceId(device), sample.events(device))));
    }

    static Contents contents() {
        return Contents.assemble(facts(), BASIS, SHELF, POLICY, AS_OF, computed -> List.of());
    }

    private static Trial trial(String device) {
        return TrialCodec.parse(TRIAL, 3, Json.parse(bytes("""
                {"clinic":"harbor-pain","subject":"S-0417","therapy":"SCS","indication":"M96.1",
                 "timezone":"America/New_York","payer":"medicare","policy":"mac-scs-ngs",
                 "leadPlacedAt":"2026-03-02T15:30:00Z","leadRemovedAt":"2026-03-12T15:00:00Z",
                 "devices":[{"device":"%s","from":"2026-03-02T16:00:00Z","to":"2026-03-12T15:00:00Z"}],
                 "regimen":[{"rxcui":"1049683","quantity":1,"unit":"{tab}","timesPerDay":4,"asNeeded":false,
                             "from":"2026-01-01","to":null}],
                 "documents":[
                  {"kind":"PSYCHOLOGICAL_EVALUATION","date":"2026-02-01","result":"CLEARED","by":"PSYCHOLOGIST","reference":"DOC-1"},
                  {"kind":"PHYSICAL_EXAMINATION","date":"2026-02-03","reference":"DOC-2"},
                  {"kind":"CONDITION_STATEMENT","date":"2026-02-03","reference":"DOC-3"},
                  {"kind":"LAST_RESORT_STATEMENT","date":"2026-02-03","result":"CONFIRMED","reference":"DOC-4"},
                  {"kind":"FACILITY_STATEMENT","date":"2026-02-03","result":"CONFIRMED","reference":"DOC-5"},
                  {"kind":"SUBSTANCE_USE_SCREENING","date":"2026-02-03","result":"NEGATIVE","reference":"SECRET-PAPER"}],
                 "treatments":[
                  {"kind":"PHYSICAL_THERAPY","from":"2025-06-01","to":"2025-12-15","result":"FAILED"},
                  {"kind":"SURGERY","from":"2024-06-01","to":"2024-06-01","result":"FAILED"},
                  {"kind":"DRUG_THERAPY","from":"2024-06-01","result":"FAILED"},
                  {"kind":"INJECTION","from":"2025-06-01","to":"2025-06-01","result":"FAILED"},
                  {"kind":"PSYCHOLOGICAL_THERAPY","from":"2025-06-01","to":"2025-12-15","result":"UNSUITABLE"}],
                 "painSince":"2024-01-15","procedure":"63650","placeOfService":"22","state":"NY","utn":null}""".formatted(device))));
    }

    private List<PatientReport> reports() {
        List<PatientReport> reports = new ArrayList<>();
        for (int i = 0; i < BASELINE.length; i++) {
            pain(reports, "b-" + i, PLACEMENT.minusDays(7 - i), BASELINE[i]);
        }
        for (int i = 0; i < DAYS.length; i++) {
            if (i != 4) {
                pain(reports, "t-" + i, PLACEMENT.plusDays(i + 1), DAYS[i]);
            }
        }
        pain(reports, "long-ago", PLACEMENT.minusDays(60), 5);
        report(reports, "b-0", 2, """
                "kind":"PAIN","at":"2026-02-23T20:00:00-05:00","scale":"NRS","construct":"AVERAGE","score":8.0,
                "reason":"PRIVATE-WORDS typed on the wrong day\"""");
        report(reports, "gone", 2, "\"kind\":\"PAIN\",\"retracted\":true,\"reason\":\"PRIVATE-WORDS never mind\"");
        for (int i = -7; i < 10; i++) {
            LocalDate date = PLACEMENT.plusDays(i);
            report(reports, "i-" + i, 1, """
                    "kind":"INTAKE","at":"%sT08:00:00-05:00","rxcui":"1049683","quantity":%s,"unit":"{tab}\"""".formatted(date, i < 1 ? 4 : 2));
        }
        report(reports, "o-1", 1, """
                "kind":"FUNCTION","at":"2026-02-24T10:00:00-05:00","instrument":"ODI","score":52.0""");
        report(reports, "o-2", 1, """
                "kind":"FUNCTION","at":"2026-03-11T10:00:00-05:00","instrument":"ODI","score":30""");
        report(reports, "r-1", 1, "\"kind\":\"PERCEIVED_RELIEF\",\"at\":\"2026-03-12T10:00:00-04:00\",\"percent\":60");
        return reports;
    }

    private void pain(List<PatientReport> reports, String id, LocalDate date, int score) {
        if (random.nextInt(12) > 0) {
            report(reports, id, 1, """
                    "kind":"PAIN","at":"%sT20:00:00-05:00","scale":"NRS","construct":"AVERAGE","score":%s""".formatted(date, score));
        }
    }

    private static void report(List<PatientReport> reports, String id, int revision, String rest) {
        reports.add(ReportCodec.parse(
                TRIAL,
                Instant.parse("2026-03-13T00:00:00Z"),
                "PRIVATE-WORDS nurse",
                Json.parse(bytes("{\"report\":\"%s\",\"revision\":%s,%s}".formatted(id, revision, rest)))));
    }

    /** Some days of a patient before, then this one's, ten minutes by ten minutes. */
    private List<DeviceEvent> events(String device) {
        List<DeviceEvent> events = new ArrayList<>();
        Instant start = Instant.parse("2026-02-28T12:00:00Z");
        for (int seq = 0; seq < 1_728; seq++) {
            Instant at = start.plusSeconds(600L * seq);
            String what = seq % 36 == 0
                    ? "\"type\":\"stimulation.changed\",\"on\":%s,\"program\":\"A\",\"cause\":\"patient\",\"settings\":{\"waveform\":\"tonic\",\"frequencyHz\":50}"
                            .formatted(seq % 72 == 0)
                    : seq % 50 == 7
                            ? "\"type\":\"pain.reported\",\"scale\":\"NRS\",\"score\":%s,\"construct\":\"CURRENT\""
                                    .formatted(seq < 250 ? 9 : 3)
                            : "\"type\":\"usage.recorded\",\"from\":\"%s\",\"to\":\"%s\",\"on\":%s,\"program\":\"A\""
                                    .formatted(at.minusSeconds(600), at, seq / 36 % 2 == 0);
            if (random.nextInt(400) > 0) {
                byte[] json = bytes("{\"boot\":1,\"seq\":%s,\"at\":\"%s\",%s}".formatted(seq, at, what));
                events.add(DeviceEventCodec.parse(
                        new DeviceId(device), at.plusMillis(random.nextInt(900)), json, 0, json.length));
            }
        }
        return events;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
