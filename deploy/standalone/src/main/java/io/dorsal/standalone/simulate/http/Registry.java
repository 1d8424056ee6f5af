package io.dorsal.standalone.simulate.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.standalone.simulate.http.FrontDoor.Answer;
import io.dorsal.standalone.simulate.wire.ReportWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What clinics write: devices, trials, reports. Writing the same again changes nothing. */
public final class Registry {
    private static final int LOST_RACE = 412;

    private final FrontDoor door;

    public Registry(FrontDoor door) {
        this.door = door;
    }

    /** Registers the device and returns its secret; a device registered before gets a new one. */
    public String register(DeviceId device) {
        String path = "/api/devices/" + device;
        JsonNode registered =
                door.send("PUT", path, "{}", Map.of()).orRefuse(path).json();
        if (registered.hasNonNull("secret")) {
            return registered.get("secret").asText();
        }
        String secretPath = path + "/secret";
        return door.send("POST", secretPath, "{}", Map.of())
                .orRefuse(secretPath)
                .json()
                .path("secret")
                .asText();
    }

    /**
     * Writes one version of a trial document, unless the registry has it or a later one already.
     *
     * @param versions all versions that the clinic ever writes, in order
     */
    public void write(Trial document, List<Trial> versions) {
        String path = "/api/trials/" + document.trial();
        String body = TrialCodec.canonical(document);
        while (true) {
            Answer current = door.get(path);
            if (current.isGood() && isAtLeast(current, document, versions)) {
                return;
            }
            Map<String, String> condition =
                    current.isGood() ? Map.of("If-Match", current.tag()) : Map.of("If-None-Match", "*");
            Answer answer = door.send("PUT", path, body, condition);
            if (answer.status() != LOST_RACE) {
                answer.orRefuse(path);
                return;
            }
        }
    }

    /** Writes a trial that is new; what the registry has of it already stays. */
    public void create(Trial document) {
        String path = "/api/trials/" + document.trial();
        Answer answer = door.send("PUT", path, TrialCodec.canonical(document), Map.of("If-None-Match", "*"));
        if (answer.status() != LOST_RACE) {
            answer.orRefuse(path);
        }
    }

    private static boolean isAtLeast(Answer current, Trial document, List<Trial> versions) {
        Trial held = TrialCodec.parse(document.trial(), 0, current.json());
        List<String> contents = versions.stream().map(TrialCodec::canonical).toList();
        return contents.indexOf(TrialCodec.canonical(held)) >= contents.indexOf(TrialCodec.canonical(document));
    }

    /** Files reports and returns how many were refused. */
    public long file(TrialId trial, List<PatientReport> reports) {
        String path = "/api/trials/" + trial + "/reports";
        JsonNode answer = door.send("POST", path, ReportWriter.array(reports), Map.of())
                .orRefuse(path)
                .json();
        return answer.findValuesAsText("result").stream()
                .filter("REJECTED"::equals)
                .count();
    }

    /** The highest revision that the registry has of a report; 0 when it is not among the first of its kind. */
    public long revision(PatientReport report) {
        String path = "/api/trials/%s/reports?kind=%s&limit=500"
                .formatted(report.trial(), report.states().kind().word());
        JsonNode items = door.get(path).orRefuse(path).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item ->
                        item.path("report").asText().equals(report.report().value()))
                .mapToLong(item -> item.path("revision").asLong())
                .findFirst()
                .orElse(0);
    }

    public boolean exists(TrialId trial) {
        return door.get("/api/trials/" + trial).isGood();
    }
}
