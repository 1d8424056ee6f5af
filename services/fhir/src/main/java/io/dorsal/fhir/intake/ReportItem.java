package io.dorsal.fhir.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.ReportCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as {@code POST /api/trials/{trial}/reports} takes it, made from a resource. The same codec reads it, so that
 * a value has the same bounds and meaning on both ways in; a complaint of its names the element that the field came from.
 */
final class ReportItem {
    private final TrialId trial;
    private final String type;
    private final ObjectNode item = Json.object();
    private final Map<String, String> elements = new HashMap<>();

    ReportItem(TrialId trial, String type) {
        this.trial = trial;
        this.type = type;
    }

    ReportItem kind(ReportKind kind) {
        item.put("kind", kind.word());
        return this;
    }

    /** @param element that says it */
    ReportItem put(String field, @Nullable String value, String element) {
        item.put(field, value);
        elements.put(field, element);
        return this;
    }

    ReportItem put(String field, long value, String element) {
        item.put(field, value);
        elements.put(field, element);
        return this;
    }

    ReportItem put(String field, BigDecimal value, String element) {
        item.put(field, value);
        elements.put(field, element);
        return this;
    }

    /** The report counts as absent from now on. */
    ReportItem retracted() {
        item.put("retracted", true).put("reason", "entered in error");
        return this;
    }

    PatientReport report(Instant recordedAt) {
        try {
            return ReportCodec.parse(trial, recordedAt, null, item);
        } catch (Malformed e) {
            String element = elements.get(e.field());
            throw new Malformed(e.reason(), element == null ? type : type + "." + element, e.expected());
        }
    }
}
