package io.dorsal.standalone.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** One worked example of the opioid metrics as it reaches the platform: a trial and its medication, over HTTP alone. */
final class MedicationTrial {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final int BASELINE_DAYS = 7;

    private final Api api;
    private final String id;
    private final LocalDate placement;
    private final List<String> reports = new ArrayList<>();

    private MedicationTrial(Api api, String id, LocalDate placement) {
        this.api = api;
        this.id = id;
        this.placement = placement;
    }

    /** Writes the trial, with the lead out after {@code days} trial days. */
    static MedicationTrial ended(Api api, String id, LocalDate placement, int days, String... regimen) {
        api.put("/api/trials/" + id, """
                {"clinic":"opioid-examples","subject":"%s","therapy":"SCS","timezone":"%s",
                 "leadPlacedAt":"%s","leadRemovedAt":"%s","devices":[],"regimen":[%s]}""".formatted(
                        id,
                        ZONE,
                        instant(placement, LocalTime.of(10, 30)),
                        instant(placement.plusDays(days + 1L), LocalTime.of(10, 0)),
                        String.join(",", regimen)));
        return new MedicationTrial(api, id, placement);
    }

    /** One line of a regimen of tablets, in force long before the placement. */
    static String prescribed(String rxcui, int timesPerDay, boolean asNeeded) {
        return """
                {"rxcui":"%s","quantity":1,"unit":"{tab}","timesPerDay":%d,"asNeeded":%s,"from":"2025-01-01","to":null}""".formatted(rxcui, timesPerDay, asNeeded);
    }

    /** So many tablets on each of the seven days before the placement. */
    MedicationTrial baseline(String rxcui, int... tablets) {
        return tablets(-BASELINE_DAYS, rxcui, tablets);
    }

    /** So many tablets on each trial day. */
    MedicationTrial days(String rxcui, int... tablets) {
        return tablets(1, rxcui, tablets);
    }

    /** Put on at nine in the morning of that day after the placement, and still on. */
    MedicationTrial patch(String rxcui, int day) {
        reports.add("""
                {"report":"t-%d","revision":1,"kind":"PATCH","rxcui":"%s","from":"%s","to":null}""".formatted(reports.size(), rxcui, instant(placement.plusDays(day), LocalTime.of(9, 0))));
        return this;
    }

    /** Sends all reports; the registry must accept every one. */
    MedicationTrial reported() {
        JsonNode answer = api.post("/api/trials/" + id + "/reports", "[" + String.join(",", reports) + "]");
        if (answer.toString().contains("REJECTED")) {
            throw new AssertionError("expected every report accepted, got " + answer);
        }
        return this;
    }

    /** 200 once the opioid service has heard of the trial. */
    boolean isKnown() {
        return api.status("/api/opioids/" + id) == 200;
    }

    JsonNode outcome() {
        return api.get("/api/opioids/" + id);
    }

    JsonNode outcome(String factorSet) {
        return api.get("/api/opioids/" + id + "?factorSet=" + factorSet);
    }

    private MedicationTrial tablets(int firstDay, String rxcui, int... tablets) {
        for (int i = 0; i < tablets.length; i++) {
            if (tablets[i] > 0) {
                reports.add("""
                        {"report":"i-%d","revision":1,"kind":"INTAKE","at":"%s","rxcui":"%s","quantity":%d,"unit":"{tab}"}""".formatted(
                                reports.size(),
                                instant(placement.plusDays(firstDay + (long) i), LocalTime.NOON),
                                rxcui,
                                tablets[i]));
            }
        }
        return this;
    }

    private static String instant(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toInstant().toString();
    }
}
