package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.time.Instant;

/** What an event tells, record to JSON: what {@link DeviceEventCodec#happening} reads, and nothing that it leaves alone. */
public final class HappeningWriter {
    private HappeningWriter() {}

    /** What was sent of one event, without its identity and receipt, in one spelling: a resend has the same. */
    public static String canonical(Instant at, Happening what) {
        return CanonicalJson.of(write(what, Json.object().put("at", at.toString())));
    }

    /** Adds {@code type} and the fields of that type to {@code out}. */
    public static ObjectNode write(Happening what, ObjectNode out) {
        out.put("type", what.type());
        switch (what) {
            case StimulationChanged change -> write(change, out);
            case UsageRecorded log -> write(log.span(), out).put("on", log.on()).put("program", log.program());
            case ImpedanceMeasured measured -> {
                ArrayNode contacts = out.putArray("contacts");
                measured.contacts()
                        .forEach(each -> contacts.addObject()
                                .put("contact", each.contact())
                                .put("ohms", each.ohms()));
            }
            case BatteryMeasured battery -> out.put("percent", battery.percent());
            case EcapSummarised ecap ->
                write(ecap.span(), out)
                        .put("medianMicrovolts", ecap.medianMicrovolts())
                        .put("aboveThresholdPercent", ecap.aboveThresholdPercent());
            case FaultRaised fault -> out.put("code", fault.code()).put("severity", fault.severity());
            case LeadDisconnected lead -> out.put("lead", lead.lead());
            case ClockAdjusted set ->
                out.put("before", set.before().toString())
                        .put("after", set.after().toString());
            case PainReported pain ->
                out.put("scale", pain.scale().word())
                        .put("score", pain.score())
                        .put("construct", pain.construct().word());
        }
        return out;
    }

    private static void write(StimulationChanged change, ObjectNode out) {
        out.put("on", change.on())
                .put("program", change.program())
                .put("cause", change.cause().word());
        Settings settings = change.settings();
        if (settings != null) {
            out.putObject("settings")
                    .put("waveform", settings.waveform().word())
                    .put("amplitudeMilliamps", settings.amplitudeMilliamps())
                    .put("frequencyHz", settings.frequencyHz())
                    .put("pulseWidthMicros", settings.pulseWidthMicros())
                    .put("intraburstHz", settings.intraburstHz())
                    .put("pulsesPerBurst", settings.pulsesPerBurst())
                    .put("dutyCyclePercent", settings.dutyCyclePercent());
        }
    }

    private static ObjectNode write(Span span, ObjectNode out) {
        return out.put("from", span.from().toString()).put("to", span.to().toString());
    }
}
