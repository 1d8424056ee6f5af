package io.dorsal.standalone.simulate.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Span;
import io.dorsal.model.event.Happening;
import io.dorsal.model.event.Happening.BatteryMeasured;
import io.dorsal.model.event.Happening.ClockAdjusted;
import io.dorsal.model.event.Happening.EcapSummarised;
import io.dorsal.model.event.Happening.FaultRaised;
import io.dorsal.model.event.Happening.ImpedanceMeasured;
import io.dorsal.model.event.Happening.LeadDisconnected;
import io.dorsal.model.event.Happening.PainReported;
import io.dorsal.model.event.Happening.StimulationChanged;
import io.dorsal.model.event.Happening.UsageRecorded;
import io.dorsal.model.event.Settings;
import io.dorsal.model.wire.Json;
import io.dorsal.standalone.simulate.core.LoggedEvent;
import java.util.List;

/** Device events as a stimulator writes them; the platform only reads them. */
public final class EventWriter {
    private EventWriter() {}

    /** One event alone as an object, several as an array. */
    public static byte[] payload(List<LoggedEvent> events) {
        if (events.size() == 1) {
            return Json.bytes(event(events.getFirst()));
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode(events.size());
        events.forEach(event -> array.add(event(event)));
        return Json.bytes(array);
    }

    private static ObjectNode event(LoggedEvent event) {
        ObjectNode node = Json.object()
                .put("type", event.what().type())
                .put("boot", event.boot())
                .put("seq", event.seq())
                .put("at", event.at().toString());
        write(event.what(), node);
        return node;
    }

    private static void write(Happening what, ObjectNode node) {
        switch (what) {
            case StimulationChanged changed -> writeChange(changed, node);
            case UsageRecorded usage ->
                writeSpan(usage.span(), node).put("on", usage.on()).put("program", usage.program());
            case ImpedanceMeasured measured -> writeContacts(measured, node);
            case BatteryMeasured battery -> node.put("percent", battery.percent());
            case EcapSummarised ecap ->
                writeSpan(ecap.span(), node)
                        .put("medianMicrovolts", ecap.medianMicrovolts())
                        .put("aboveThresholdPercent", ecap.aboveThresholdPercent());
            case FaultRaised fault -> node.put("code", fault.code()).put("severity", fault.severity());
            case LeadDisconnected lead -> node.put("lead", lead.lead());
            case ClockAdjusted clock ->
                node.put("before", clock.before().toString())
                        .put("after", clock.after().toString());
            case PainReported pain ->
                node.put("scale", pain.scale().word())
                        .put("score", pain.score())
                        .put("construct", pain.construct().word());
        }
    }

    private static ObjectNode writeSpan(Span span, ObjectNode node) {
        return node.put("from", span.from().toString()).put("to", span.to().toString());
    }

    private static void writeContacts(ImpedanceMeasured measured, ObjectNode node) {
        ArrayNode contacts = node.putArray("contacts");
        measured.contacts()
                .forEach(contact ->
                        contacts.addObject().put("contact", contact.contact()).put("ohms", contact.ohms()));
    }

    private static void writeChange(StimulationChanged changed, ObjectNode node) {
        node.put("on", changed.on())
                .put("program", changed.program())
                .put("cause", changed.cause().word());
        Settings settings = changed.settings();
        if (settings != null) {
            node.putObject("settings")
                    .put("waveform", settings.waveform().word())
                    .put("amplitudeMilliamps", settings.amplitudeMilliamps())
                    .put("frequencyHz", settings.frequencyHz())
                    .put("pulseWidthMicros", settings.pulseWidthMicros())
                    .put("intraburstHz", settings.intraburstHz())
                    .put("pulsesPerBurst", settings.pulsesPerBurst())
                    .put("dutyCyclePercent", settings.dutyCyclePercent());
        }
    }
}
