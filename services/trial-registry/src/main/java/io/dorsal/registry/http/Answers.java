package io.dorsal.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DecisionCodec;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.registry.core.Page;
import io.dorsal.registry.core.RegisteredDevice;
import io.dorsal.registry.core.ReportAnswer;
import io.dorsal.registry.core.TrialVersion;
import java.util.List;
import java.util.function.Function;

/** What the registry says, as JSON. */
final class Answers {
    private Answers() {}

    /** {@code next} is null on the last page. */
    static <T> byte[] page(Page<T> page, Function<T, JsonNode> item, Function<T, Object> position) {
        ObjectNode node = Json.object();
        ArrayNode items = node.putArray("items");
        page.items().forEach(each -> items.add(item.apply(each)));
        node.put("next", page.more() ? Paging.cursor(position.apply(page.items().getLast())) : null);
        return Json.bytes(node);
    }

    static JsonNode trial(Trial trial) {
        return Json.parse(TrialCodec.stored(trial));
    }

    static JsonNode report(PatientReport report) {
        return Json.parse(ReportCodec.stored(report));
    }

    static JsonNode decision(Decision decision) {
        return Json.parse(DecisionCodec.stored(decision));
    }

    static JsonNode version(TrialVersion version) {
        ObjectNode node = Json.object()
                .put("version", version.trial().version())
                .put("recordedAt", version.recordedAt().toString())
                .put("recordedBy", version.recordedBy());
        node.set("document", trial(version.trial()));
        return node;
    }

    static JsonNode device(RegisteredDevice device) {
        return Json.object()
                .put("device", device.device().value())
                .put("version", device.version())
                .put("registeredAt", device.registeredAt().toString())
                .put("secretChangedAt", device.secretChangedAt().toString());
    }

    static byte[] reports(List<ReportAnswer> answers) {
        ArrayNode array = Json.object().arrayNode();
        for (ReportAnswer answer : answers) {
            ObjectNode node = array.addObject()
                    .put("report", answer.report())
                    .put("revision", answer.revision())
                    .put("result", answer.result().name());
            Malformed why = answer.why();
            if (why != null) {
                node.put("reason", why.reason().word())
                        .put("field", why.field())
                        .put("expected", why.expected());
            }
        }
        return Json.bytes(array);
    }
}
