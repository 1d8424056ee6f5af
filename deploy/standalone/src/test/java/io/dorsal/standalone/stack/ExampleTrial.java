package io.dorsal.standalone.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.DeviceId;
import io.dorsal.standalone.simulate.mqtt.Broker;
import io.dorsal.standalone.simulate.mqtt.StimulatorLink;
import io.dorsal.standalone.simulate.retry.Patience;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One worked example as it reaches the platform: a trial over HTTP, its diary over HTTP, its stimulator over MQTT. */
final class ExampleTrial {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final int BASELINE_DAYS = 7;

    private final Api api;
    private final String id;
    private final LocalDate placement;
    private final StimulatorLink link;
    private final List<String> events = new ArrayList<>();
    private int reports;

    private ExampleTrial(Api api, String id, LocalDate placement, StimulatorLink link) {
        this.api = api;
        this.id = id;
        this.placement = placement;
        this.link = link;
    }

    /** Registers the stimulator and writes the trial, with the lead out after {@code days} trial days. */
    static ExampleTrial ended(Api api, int mqttPort, String id, LocalDate placement, int days) {
        String device = "ETS-" + id;
        String secret = api.put("/api/devices/" + device, "{}").path("secret").asText();
        Instant placedAt = instant(placement, LocalTime.of(10, 30));
        Instant removedAt = instant(placement.plusDays(days + 1L), LocalTime.of(10, 0));
        api.put("/api/trials/" + id, """
                {"clinic":"worked-examples","subject":"%s","therapy":"SCS","timezone":"%s","painScale":"NRS",
                 "painConstruct":"AVERAGE","leadPlacedAt":"%s","plannedRemovalAt":"%s","leadRemovedAt":"%s",
                 "devices":[{"device":"%s","from":"%s","to":"%s"}]}""".formatted(
                        id, ZONE, placedAt, removedAt, removedAt, device, placedAt, removedAt));
        Patience patience = new Patience(() -> Thread.currentThread().isInterrupted());
        StimulatorLink link =
                new StimulatorLink(new Broker("127.0.0.1", mqttPort), new DeviceId(device), secret, patience);
        return new ExampleTrial(api, id, placement, link);
    }

    /** The last score belongs to the day before the placement. */
    ExampleTrial baseline(@Nullable Integer... scores) {
        for (int i = 0; i < scores.length; i++) {
            entry(i - BASELINE_DAYS, scores[i]);
        }
        return this;
    }

    /** An entry of the diary app; null is a day left out. */
    ExampleTrial entry(int day, @Nullable Integer score) {
        if (score != null) {
            report("p-day" + day, 1, instant(placement.plusDays(day), LocalTime.of(20, 0)), score);
        }
        return this;
    }

    ExampleTrial entryAt(String at, int score) {
        report("p-at-" + ++reports, 1, Instant.parse(at), score);
        return this;
    }

    ExampleTrial corrected(int day, int score) {
        report("p-day" + day, 2, instant(placement.plusDays(day), LocalTime.of(20, 0)), score);
        return this;
    }

    ExampleTrial perceives(int percent) {
        file("""
                [{"report":"r-1","revision":1,"kind":"PERCEIVED_RELIEF","at":"%s","percent":%d}]""".formatted(instant(placement.plusDays(2), LocalTime.NOON), percent));
        return this;
    }

    /** Scores of the trial days, in order, by the stimulator's pain button. */
    ExampleTrial pressed(@Nullable Integer... scores) {
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] != null) {
                event(
                        "pain.reported",
                        instant(placement.plusDays(i + 1L), LocalTime.of(20, 0)),
                        "\"scale\":\"NRS\",\"score\":%d,\"construct\":\"AVERAGE\"".formatted(scores[i]));
            }
        }
        return published();
    }

    ExampleTrial wasOn(String from, String to) {
        event(
                "usage.recorded",
                Instant.parse(to),
                "\"from\":\"%s\",\"to\":\"%s\",\"on\":true,\"program\":\"P1\"".formatted(from, to));
        return published();
    }

    JsonNode outcome() {
        return api.get("/api/responders/" + id);
    }

    /** 200 once the responder service has heard of the trial. */
    boolean isKnown() {
        return api.status("/api/responders/" + id) == 200;
    }

    private void event(String type, Instant at, String fields) {
        events.add(
                "{\"type\":\"%s\",\"boot\":0,\"seq\":%d,\"at\":\"%s\",%s}".formatted(type, events.size(), at, fields));
    }

    /** Everything so far, so that all but the newest arrive again. */
    private ExampleTrial published() {
        link.publish(("[" + String.join(",", events) + "]").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private void report(String report, int revision, Instant at, int score) {
        file("""
                [{"report":"%s","revision":%d,"kind":"PAIN","at":"%s","scale":"NRS","construct":"AVERAGE","score":%d}]""".formatted(report, revision, at, score));
    }

    private void file(String array) {
        api.post("/api/trials/" + id + "/reports", array);
    }

    private static Instant instant(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toInstant();
    }
}
