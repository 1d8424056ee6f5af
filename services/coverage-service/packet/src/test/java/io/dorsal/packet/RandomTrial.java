package io.dorsal.packet;

import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.responder.core.DeviceFacts;
import io.dorsal.responder.core.TrialFacts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Facts of every kind, instrument and date that the door takes, without regard to what is usual: before, in, between and
 * after the windows, of trials planned, running and over, with and without a planned end, opioids known and unknown.
 */
final class RandomTrial {
    private static final TrialId TRIAL = new TrialId("T-RANDOM");
    private static final DeviceId DEVICE = new DeviceId("ETS-RANDOM");
    private static final LocalDate PLACEMENT = LocalDate.parse("2026-03-02");
    private static final Instant PLACED_AT = Instant.parse("2026-03-02T15:30:00Z");
    private static final Instant RECORDED_AT = Instant.parse("2026-07-01T00:00:00Z");
    /** Oxycodone, morphine, tramadol, codeine; a patch; no opioid; not in any table. */
    private static final List<String> DRUGS =
            List.of("1049683", "892582", "835603", "993781", "197696", "313782", "1357883");

    private static final List<String> UNITS = List.of("{tab}", "mL", "mg", "tablet");
    private static final List<String> ZONES =
            List.of("America/New_York", "Asia/Kolkata", "Pacific/Apia", "Europe/Berlin");

    private final Random random;

    RandomTrial(Random random) {
        this.random = random;
    }

    TrialFacts facts() {
        Trial trial = trial();
        int many = random.nextInt(60);
        return new TrialFacts(
                trial,
                IntStream.range(0, many).mapToObj(this::report).toList(),
                List.of(DeviceFacts.of(DEVICE, events(random.nextInt(40)))));
    }

    /** From three weeks before the placement to five months after it. */
    Instant asOf() {
        return PLACED_AT.plusSeconds(random.nextLong(-21 * 86_400L, chance(4) ? 150 * 86_400L : 16 * 86_400L));
    }

    private Trial trial() {
        String placed = chance(12) ? "null" : quoted(PLACED_AT);
        String removed = placed.equals("null") || chance(2) ? "null" : quoted(PLACED_AT.plusSeconds(within(14)));
        String planned = placed.equals("null") || chance(4) ? "null" : quoted(PLACED_AT.plusSeconds(within(14)));
        return TrialCodec.parse(TRIAL, 1 + random.nextInt(3), Json.parse(bytes("""
                {"clinic":"harbor-pain","subject":"S-1","therapy":"%s","indication":"M96.1","timezone":"%s",
                 "payer":"medicare","leadPlacedAt":%s,"plannedRemovalAt":%s,"leadRemovedAt":%s,
                 "devices":[{"device":"%s","from":"2026-03-02T16:00:00Z","to":null}],
                 "regimen":[{"rxcui":"%s","quantity":1,"unit":"{tab}","timesPerDay":4,"asNeeded":%s,
                             "from":"%s","to":null}],
                 "documents":[{"kind":"PSYCHOLOGICAL_EVALUATION","date":"%s","result":"CLEARED","by":"PSYCHOLOGIST","reference":"D-1"}],
                 "treatments":[{"kind":"PHYSICAL_THERAPY","from":"%s","to":null,"result":"FAILED"}],
                 "painSince":"2024-01-15","procedure":"63650","placeOfService":"22","state":"NY","utn":null}""".formatted(
                        one(List.of("SCS", "SCS", "SCS", "DRG", "PNS")),
                        one(ZONES),
                        placed,
                        planned,
                        removed,
                        DEVICE.value(),
                        one(DRUGS),
                        chance(2),
                        date(),
                        date(),
                        date()))));
    }

    private PatientReport report(int number) {
        ReportKind kind = one(List.of(ReportKind.values()));
        String states = switch (kind) {
            case PAIN ->
                "\"at\":\"%s\",\"scale\":\"%s\",\"construct\":\"%s\",\"score\":%s"
                        .formatted(
                                instant(),
                                chance(9) ? "VAS" : "NRS",
                                one(List.of("AVERAGE", "AVERAGE", "AVERAGE", "CURRENT", "WORST")),
                                number(10));
            case INTAKE ->
                "\"at\":\"%s\",\"rxcui\":\"%s\",\"quantity\":%s,\"unit\":\"%s\""
                        .formatted(instant(), one(DRUGS), number(4), one(UNITS));
            case NO_INTAKE -> "\"date\":\"%s\"".formatted(date());
            case PATCH -> patch();
            case ANALGESIC_REDUCTION ->
                "\"at\":\"%s\",\"percent\":%s,\"attestedBy\":\"dr-1\"".formatted(instant(), number(100));
            case FUNCTION -> function(one(List.of(Instrument.values())));
            case PERCEIVED_RELIEF -> "\"at\":\"%s\",\"percent\":%s".formatted(instant(), number(100));
        };
        String retracted = "\"retracted\":true,\"reason\":\"PRIVATE-WORDS\"";
        String rest = chance(15) ? retracted : states;
        return ReportCodec.parse(
                TRIAL,
                RECORDED_AT,
                "PRIVATE-WORDS nurse",
                Json.parse(bytes("{\"report\":\"r-%s\",\"revision\":%s,\"kind\":\"%s\",%s}"
                        .formatted(number, 1 + random.nextInt(2), kind.word(), rest))));
    }

    private String patch() {
        Instant from = instant();
        String to = chance(3) ? "null" : quoted(from.plus(Duration.ofHours(1 + random.nextInt(200))));
        return "\"rxcui\":\"%s\",\"from\":\"%s\",\"to\":%s".formatted(one(DRUGS), from, to);
    }

    private String function(Instrument instrument) {
        String score = instrument == Instrument.EQ_5D_5L
                ? one(List.of("-1", "-0.25", "0", "0.613", "1"))
                : Integer.toString(instrument.min() + random.nextInt(instrument.max() - instrument.min() + 1));
        String direction = instrument == Instrument.PGIC
                ? ",\"direction\":\"%s\"".formatted(one(List.of("HIGHER_IS_BETTER", "LOWER_IS_BETTER")))
                : "";
        return "\"at\":\"%s\",\"instrument\":\"%s\",\"score\":%s%s"
                .formatted(instant(), instrument.word(), score, direction);
    }

    private List<DeviceEvent> events(int many) {
        List<DeviceEvent> events = new ArrayList<>();
        Instant start = PLACED_AT.plusSeconds(random.nextLong(-3 * 86_400L, 8 * 86_400L));
        for (int seq = 0; seq < many; seq++) {
            Instant at = start.plusSeconds(3_600L * seq);
            String what = chance(2)
                    ? "\"type\":\"pain.reported\",\"scale\":\"NRS\",\"score\":%s,\"construct\":\"%s\""
                            .formatted(random.nextInt(11), one(List.of("CURRENT", "AVERAGE")))
                    : "\"type\":\"stimulation.changed\",\"on\":%s,\"program\":\"A\",\"cause\":\"patient\",\"settings\":{\"waveform\":\"tonic\"}"
                            .formatted(chance(2));
            byte[] json = bytes("{\"boot\":1,\"seq\":%s,\"at\":\"%s\",%s}".formatted(seq, at, what));
            events.add(DeviceEventCodec.parse(DEVICE, at.plusMillis(500), json, 0, json.length));
        }
        return events;
    }

    private LocalDate date() {
        return PLACEMENT.plusDays(random.nextInt(-20, chance(5) ? 120 : 20));
    }

    private Instant instant() {
        return PLACED_AT.plusSeconds(random.nextLong(-20 * 86_400L, chance(5) ? 120 * 86_400L : 20 * 86_400L));
    }

    private long within(int days) {
        return random.nextLong(3_600, days * 86_400L);
    }

    private String number(int most) {
        return chance(4) ? random.nextInt(most) + ".5" : Integer.toString(random.nextInt(most + 1));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String quoted(Instant instant) {
        return "\"" + instant + "\"";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
