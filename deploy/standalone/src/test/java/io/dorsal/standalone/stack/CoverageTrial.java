package io.dorsal.standalone.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A trial for {@code mac-scs-ngs} as it reaches the platform: document and diary, over HTTP alone. */
final class CoverageTrial {
    static final String POLICY = "mac-scs-ngs";
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate PLACEMENT = LocalDate.parse("2025-03-17");
    static final int BASELINE_DAYS = 7;
    static final int TRIAL_DAYS = 5;

    private final Api api;
    private final String id;

    CoverageTrial(Api api, String id) {
        this.api = api;
        this.id = id;
    }

    /** The trial document; nothing in it but the papers ever differs. */
    CoverageTrial written(boolean examined) {
        List<String> papers = new ArrayList<>(List.of(
                paper("PSYCHOLOGICAL_EVALUATION", ",\"result\":\"CLEARED\",\"by\":\"PSYCHOLOGIST\""),
                paper("LAST_RESORT_STATEMENT", ",\"result\":\"CONFIRMED\""),
                paper("FACILITY_STATEMENT", ",\"result\":\"CONFIRMED\""),
                paper("CONDITION_STATEMENT", "")));
        if (examined) {
            papers.add(paper("PHYSICAL_EXAMINATION", ""));
        }
        String treatments = Stream.of(
                        "SURGERY", "PHYSICAL_THERAPY", "DRUG_THERAPY", "INJECTION", "PSYCHOLOGICAL_THERAPY")
                .map("{\"kind\":\"%s\",\"from\":\"2024-01-01\",\"to\":\"2024-12-15\",\"result\":\"FAILED\"}"::formatted)
                .collect(Collectors.joining(","));
        api.write("/api/trials/" + id, """
                {"clinic":"coverage-examples","subject":"%s","therapy":"SCS","indication":"M96.1","timezone":"%s",
                 "payer":"medicare","policy":"%s","painScale":"NRS","painConstruct":"AVERAGE",
                 "leadPlacedAt":"%s","leadRemovedAt":"%s","devices":[],"documents":[%s],"treatments":[%s]}""".formatted(
                        id,
                        ZONE,
                        POLICY,
                        at(0, LocalTime.of(10, 30)),
                        at(TRIAL_DAYS + 1, LocalTime.of(10, 0)),
                        String.join(",", papers),
                        treatments));
        return this;
    }

    /** One score on each baseline day, another on each trial day. */
    CoverageTrial diary(int before, int during) {
        days().forEach(day -> entry(day, 1, day < 0 ? before : during));
        return this;
    }

    /** So many tablets of oxycodone 10 mg on each baseline day, and on each trial day. */
    CoverageTrial intakes(int before, int during) {
        days().forEach(day -> intake(day, 1, day < 0 ? before : during));
        return this;
    }

    CoverageTrial entry(int day, int revision, int score) {
        api.post("/api/trials/" + id + "/reports", """
                [{"report":"p%d","revision":%d,"kind":"PAIN","at":"%s","scale":"NRS","construct":"AVERAGE","score":%d}]""".formatted(day, revision, at(day, LocalTime.of(20, 0)), score));
        return this;
    }

    CoverageTrial intake(int day, int revision, int tablets) {
        api.post("/api/trials/" + id + "/reports", """
                [{"report":"i%d","revision":%d,"kind":"INTAKE","at":"%s","rxcui":"1049683","quantity":%d,"unit":"{tab}"}]""".formatted(day, revision, at(day, LocalTime.of(8, 0)), tablets));
        return this;
    }

    private static IntStream days() {
        return IntStream.rangeClosed(-BASELINE_DAYS, TRIAL_DAYS).filter(day -> day != 0);
    }

    String id() {
        return id;
    }

    /** 200 once every service has heard of the trial. */
    boolean isKnown() {
        return Stream.of("responders", "opioids", "coverage")
                .allMatch(path -> api.status("/api/" + path + "/" + id) == 200);
    }

    JsonNode determination() {
        return api.get("/api/coverage/" + id);
    }

    /** The digest of what was stated, as each of the three outcomes names it. */
    List<String> statedDigests() {
        return Stream.of("responders", "opioids", "coverage")
                .map(path ->
                        api.get("/api/" + path + "/" + id).path("statedDigest").asText())
                .toList();
    }

    private static String paper(String kind, String more) {
        return "{\"kind\":\"%s\",\"date\":\"2025-02-01\"%s}".formatted(kind, more);
    }

    private static Instant at(int day, LocalTime time) {
        return PLACEMENT.plusDays(day).atTime(time).atZone(ZONE).toInstant();
    }
}
