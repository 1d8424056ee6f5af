package io.dorsal.model.wire;

import io.dorsal.model.DeviceId;
import io.dorsal.model.Malformed;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Reason;
import io.dorsal.model.Span;
import io.dorsal.model.event.Cause;
import io.dorsal.model.event.DeviceEvent;
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
import io.dorsal.model.event.Waveform;
import java.time.Instant;

/**
 * Device events, bytes to record. The bounds are sanity bounds, far outside any therapy: a value inside them but
 * unusual for the device model is shown to the coordinator, not refused.
 */
public final class DeviceEventCodec {
    private static final String DEVICE = "device";
    private static final String RECEIVED_AT = "receivedAt";
    private static final long SPAN_DAYS_MAX = 31;
    private static final int CONTACTS_MAX = 64;

    private DeviceEventCodec() {}

    /**
     * Parses one event as a device sent it.
     *
     * @throws Malformed naming reason, field and what was expected
     */
    public static DeviceEvent parse(DeviceId device, Instant receivedAt, byte[] json, int offset, int length) {
        JsonFields fields = JsonFields.of(Json.parse(json, offset, length));
        // Be it null: the stored value would have the field twice.
        if (fields.names(DEVICE) || fields.names(RECEIVED_AT)) {
            throw new Malformed(
                    Reason.RESERVED_FIELD,
                    fields.names(DEVICE) ? DEVICE : RECEIVED_AT,
                    "no such field: the gateway sets it from the session");
        }
        return event(device, receivedAt, fields);
    }

    /** Parses the value of a record in {@code dorsal.device-events.v1}. */
    public static DeviceEvent parseStored(byte[] value) {
        JsonFields fields = JsonFields.ofStored(Json.parse(value));
        return event(fields.id(DEVICE, DeviceId::new), fields.instant(RECEIVED_AT), fields);
    }

    /** The record's value: what the device sent, byte for byte, after the two fields that the gateway adds. */
    public static byte[] stored(DeviceEvent event, byte[] json, int offset, int length) {
        byte[] added =
                Json.utf8("{\"device\":\"" + event.device() + "\",\"receivedAt\":\"" + event.receivedAt() + "\",");
        int brace = offset;
        while (json[brace] != '{') {
            brace++;
        }
        int rest = offset + length - brace - 1;
        byte[] value = new byte[added.length + rest];
        System.arraycopy(added, 0, value, 0, added.length);
        System.arraycopy(json, brace + 1, value, added.length, rest);
        return value;
    }

    private static DeviceEvent event(DeviceId device, Instant receivedAt, JsonFields fields) {
        return new DeviceEvent(
                device,
                fields.counter("boot"),
                fields.counter("seq"),
                fields.instant("at"),
                receivedAt,
                happening(fields));
    }

    /** What an event tells, by its {@code type}. */
    public static Happening happening(JsonFields f) {
        return switch (f.text("type", 64)) {
            case StimulationChanged.TYPE -> stimulationChanged(f);
            case UsageRecorded.TYPE -> usageRecorded(f);
            case ImpedanceMeasured.TYPE -> impedanceMeasured(f);
            case BatteryMeasured.TYPE -> new BatteryMeasured(f.decimal("percent", 0, 100));
            case EcapSummarised.TYPE ->
                new EcapSummarised(
                        span(f), f.decimal("medianMicrovolts", 0, 100_000), f.decimal("aboveThresholdPercent", 0, 100));
            case FaultRaised.TYPE -> new FaultRaised(f.label("code"), f.text("severity", 32));
            case LeadDisconnected.TYPE -> new LeadDisconnected(f.label("lead"));
            case ClockAdjusted.TYPE -> new ClockAdjusted(f.instant("before"), f.instant("after"));
            case PainReported.TYPE -> painReported(f);
            default -> throw new Malformed(Reason.UNKNOWN_TYPE, "type", "an event type of the contract");
        };
    }

    private static StimulationChanged stimulationChanged(JsonFields f) {
        boolean on = f.flag("on");
        return new StimulationChanged(
                on,
                program(f, on),
                f.oneOf("cause", Cause.class),
                f.optional("settings", field -> f.object(field, DeviceEventCodec::settings)));
    }

    private static UsageRecorded usageRecorded(JsonFields f) {
        boolean on = f.flag("on");
        return new UsageRecorded(span(f), on, program(f, on));
    }

    private static ImpedanceMeasured impedanceMeasured(JsonFields f) {
        if (!f.has("contacts")) {
            throw new Malformed(Reason.MISSING_FIELD, "contacts", "an array of contacts");
        }
        return new ImpedanceMeasured(f.list(
                "contacts",
                CONTACTS_MAX,
                contact -> new ImpedanceMeasured.Contact(
                        contact.label("contact"), contact.decimal("ohms", 0, 1_000_000))));
    }

    private static PainReported painReported(JsonFields f) {
        PainScale scale = f.oneOf("scale", PainScale.class);
        return new PainReported(scale, f.decimal("score", 0, scale.worst()), f.oneOf("construct", PainConstruct.class));
    }

    private static Settings settings(JsonFields f) {
        return new Settings(
                f.oneOf("waveform", Waveform.class),
                f.optional("amplitudeMilliamps", name -> f.decimal(name, 0, 100)),
                f.optional("frequencyHz", name -> f.decimal(name, 0, 100_000)),
                f.optional("pulseWidthMicros", name -> f.decimal(name, 0, 100_000)),
                f.optional("intraburstHz", name -> f.decimal(name, 0, 100_000)),
                f.optional("pulsesPerBurst", name -> f.whole(name, 1, 1_000)),
                f.optional("dutyCyclePercent", name -> f.decimal(name, 0, 100)));
    }

    private static @org.jspecify.annotations.Nullable String program(JsonFields f, boolean on) {
        return on ? f.label("program") : f.optional("program", f::label);
    }

    private static Span span(JsonFields f) {
        Instant from = f.instant("from");
        Instant to = f.instant("to");
        if (!from.isBefore(to) || to.isAfter(from.plusSeconds(SPAN_DAYS_MAX * 86_400))) {
            throw new Malformed(
                    Reason.OUT_OF_BOUNDS, "to", "a time after 'from', at most %d days later".formatted(SPAN_DAYS_MAX));
        }
        return new Span(from, to);
    }
}
