package io.dorsal.responder.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.SequenceRanges;
import io.dorsal.model.SequenceRanges.Range;
import io.dorsal.model.Span;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.model.wire.HappeningWriter;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import io.dorsal.responder.core.BootFacts;
import io.dorsal.responder.core.ClockSample;
import io.dorsal.responder.core.KeptEvent;
import io.dorsal.responder.core.TimeSpans;
import io.dorsal.responder.core.UsageSpans;
import java.time.Instant;

/** What is known of one boot, record to JSON and back. */
final class BootFactsCodec {
    /** A bound for the reader; a boot of 60 days has 86,400 minutes. */
    private static final int ITEMS_MAX = 1_000_000;

    private static final int PROGRAM_LENGTH_MAX = 64;

    private BootFactsCodec() {}

    static ObjectNode node(BootFacts boot) {
        ObjectNode node = Json.object().put("boot", boot.boot());
        write(boot.received(), node.putArray("received"));
        ArrayNode usage = node.putArray("usage");
        boot.usage().forEach(log -> write(log, usage.addObject()));
        ArrayNode kept = node.putArray("events");
        boot.kept()
                .forEach(event -> HappeningWriter.write(
                        event.what(), stamped(kept.addObject(), event.seq(), event.at(), event.receivedAt())));
        ArrayNode samples = node.putArray("clockSamples");
        boot.clockSamples()
                .forEach(sample -> stamped(samples.addObject(), sample.seq(), sample.at(), sample.receivedAt()));
        // Absent, not empty, so that facts from before there were these keep their bytes.
        if (!boot.conflicts().isEmpty()) {
            write(boot.conflicts(), node.putArray("conflicts"));
        }
        return node;
    }

    private static void write(SequenceRanges numbers, ArrayNode out) {
        numbers.ranges()
                .forEach(range -> out.addObject().put("first", range.first()).put("last", range.last()));
    }

    private static void write(UsageSpans log, ObjectNode out) {
        ArrayNode spans = out.put("on", log.on()).put("program", log.program()).putArray("spans");
        log.spans()
                .spans()
                .forEach(span -> spans.addObject()
                        .put("from", span.from().toString())
                        .put("to", span.to().toString()));
    }

    private static ObjectNode stamped(ObjectNode out, long seq, Instant at, Instant receivedAt) {
        return out.put("seq", seq).put("at", at.toString()).put("receivedAt", receivedAt.toString());
    }

    static BootFacts parse(JsonFields f) {
        return new BootFacts(
                f.counter("boot"),
                ranges(f, "received"),
                f.list("usage", ITEMS_MAX, BootFactsCodec::usage),
                f.list(
                        "events",
                        ITEMS_MAX,
                        event -> new KeptEvent(
                                event.counter("seq"),
                                event.instant("at"),
                                event.instant("receivedAt"),
                                DeviceEventCodec.happening(event))),
                f.list(
                        "clockSamples",
                        ITEMS_MAX,
                        sample -> new ClockSample(
                                sample.counter("seq"), sample.instant("at"), sample.instant("receivedAt"))),
                f.has("conflicts") ? ranges(f, "conflicts") : SequenceRanges.NONE);
    }

    private static SequenceRanges ranges(JsonFields f, String field) {
        return new SequenceRanges(f.list(field, ITEMS_MAX, BootFactsCodec::range));
    }

    private static Range range(JsonFields f) {
        long first = f.counter("first");
        long last = f.counter("last");
        if (last < first) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, "last", "a number not below 'first'");
        }
        return new Range(first, last);
    }

    private static UsageSpans usage(JsonFields f) {
        return new UsageSpans(
                f.flag("on"),
                f.optional("program", name -> f.text(name, PROGRAM_LENGTH_MAX)),
                new TimeSpans(f.list("spans", ITEMS_MAX, BootFactsCodec::span)));
    }

    private static Span span(JsonFields f) {
        Instant from = f.instant("from");
        Instant to = f.instant("to");
        if (!from.isBefore(to)) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, "to", "a time after 'from'");
        }
        return new Span(from, to);
    }
}
