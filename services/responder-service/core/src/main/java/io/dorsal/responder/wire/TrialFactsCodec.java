package io.dorsal.responder.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.DeviceId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.CanonicalJson;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.responder.core.DeviceFacts;
import io.dorsal.responder.core.TrialFacts;
import java.nio.charset.StandardCharsets;

/**
 * The facts of a trial as an outcome takes them, bytes to record and back: the document, reports at their highest
 * revision, and devices as joined state. Equal facts have equal bytes.
 */
public final class TrialFactsCodec {
    private static final int REPORTS_MAX = 100_000;
    private static final int DEVICES_MAX = 1_000;
    private static final int BOOTS_MAX = 100_000;

    private TrialFactsCodec() {}

    /** Canonical JSON. */
    public static byte[] bytes(TrialFacts facts) {
        return CanonicalJson.of(node(facts)).getBytes(StandardCharsets.UTF_8);
    }

    static ObjectNode node(TrialFacts facts) {
        ObjectNode node = Json.object();
        node.set("trial", TrialCodec.node(facts.trial()));
        ArrayNode reports = node.putArray("reports");
        facts.reports().forEach(report -> reports.add(ReportCodec.node(report)));
        ArrayNode devices = node.putArray("devices");
        facts.devices().forEach(device -> {
            ObjectNode out = devices.addObject().put("device", device.device().value());
            ArrayNode boots = out.putArray("boots");
            device.boots().forEach(boot -> boots.add(BootFactsCodec.node(boot)));
        });
        return node;
    }

    /** @throws io.dorsal.model.Malformed naming field and what was expected */
    public static TrialFacts parse(byte[] json) {
        JsonNode node = Json.parse(json);
        JsonFields f = JsonFields.of(node);
        Trial trial = f.object("trial", ignored -> TrialCodec.parseStored(node.get("trial")));
        return new TrialFacts(
                trial,
                f.nodes("reports", REPORTS_MAX, TrialFactsCodec::report),
                f.list("devices", DEVICES_MAX, TrialFactsCodec::device));
    }

    private static PatientReport report(JsonNode node) {
        return ReportCodec.parseStored(node);
    }

    private static DeviceFacts device(JsonFields f) {
        return new DeviceFacts(f.id("device", DeviceId::new), f.list("boots", BOOTS_MAX, BootFactsCodec::parse));
    }
}
