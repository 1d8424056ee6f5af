package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Rational;
import io.dorsal.model.Word;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.BootClock;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.outcome.ResponderOutcome.Interval;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import io.dorsal.model.outcome.ResponderOutcome.Missing;
import io.dorsal.model.outcome.ResponderOutcome.PerceivedRelief;
import io.dorsal.model.outcome.ResponderOutcome.Shown;
import io.dorsal.model.outcome.ResponderOutcome.Stimulation;
import io.dorsal.model.outcome.ResponderOutcome.UsageBounds;
import io.dorsal.model.outcome.ResponderOutcome.WindowMean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Responder outcomes, record to bytes: the value of {@code dorsal.responder-outcomes.v1} and, with {@code computedAt}
 * added, the answer of {@code GET /api/responders/{trialId}}. Figures are decimals truncated to four places;
 * {@code exact} carries the fraction.
 */
public final class ResponderOutcomeCodec {
    private static final int PLACES = 4;

    private ResponderOutcomeCodec() {}

    public static byte[] stored(ResponderOutcome outcome) {
        return Json.bytes(node(outcome));
    }

    public static ObjectNode node(ResponderOutcome o) {
        ObjectNode node = Json.object();
        node.put("trialId", o.trialId().value())
                .put("definition", o.definition())
                .put("asOf", o.asOf().toString())
                .put("final", o.complete())
                .put("scale", o.scale().word())
                .put("construct", o.construct().word())
                .put("status", o.status().word())
                .put("reason", word(o.reason()))
                .put("grade", word(o.grade()))
                .put("remission", o.remission());
        node.set("baseline", window(o.baseline()));
        node.set("trial", window(o.trial()));
        node.set("lastThree", window(o.lastThree()).put("reliefPercent", decimal(o.lastThreeRelief())));
        node.set("relief", exactPercent(o.relief()));
        node.set("bounds", bounds(o));
        node.put("bocf", decimal(o.bocf())).put("settled", o.settled()).put("fragile", o.fragile());
        node.set("interval", interval(o.interval()));
        node.put("confidence", decimal(o.confidence()))
                .put("needed", decimal(o.needed()))
                .put("lowBaseline", o.lowBaseline());
        node.set("perceivedRelief", perceived(o.perceivedRelief()));
        node.set("stimulation", stimulation(o.stimulation()));
        each(node, "ledger", o.ledger(), ResponderOutcomeCodec::ledger);
        each(node, "clock", o.clock(), ResponderOutcomeCodec::clock);
        each(node, "days", o.days(), ResponderOutcomeCodec::day);
        each(node, "shown", o.shown(), ResponderOutcomeCodec::shown);
        each(node, "missing", o.missing(), ResponderOutcomeCodec::missing);
        node.put("factDigest", o.factDigest());
        // Absent, not null, so that an outcome from before there were these keeps its bytes.
        if (o.statedDigest() != null) {
            node.put("statedDigest", o.statedDigest());
        }
        if (o.function() != null) {
            node.set("function", HolisticOutcomeCodec.node(o.function()));
        }
        return node;
    }

    private static ObjectNode window(WindowMean window) {
        return Json.object()
                .put("from", text(window.from()))
                .put("to", text(window.to()))
                .put("mean", decimal(window.mean()))
                .put("exact", text(window.mean()))
                .put("answeredDays", window.answeredDays())
                .put("days", window.days());
    }

    private static @Nullable ObjectNode exactPercent(@Nullable Rational percent) {
        return percent == null
                ? null
                : Json.object().put("percent", percent.onWire()).put("exact", percent.toString());
    }

    private static @Nullable ObjectNode bounds(ResponderOutcome o) {
        return o.bounds() == null
                ? null
                : Json.object()
                        .put("worst", o.bounds().worst().onWire())
                        .put("best", o.bounds().best().onWire());
    }

    private static @Nullable ObjectNode interval(@Nullable Interval interval) {
        return interval == null
                ? null
                : Json.object().put("low", decimal(interval.low())).put("high", decimal(interval.high()));
    }

    private static @Nullable ObjectNode perceived(@Nullable PerceivedRelief perceived) {
        return perceived == null
                ? null
                : Json.object()
                        .put("at", perceived.at().toString())
                        .put("percent", perceived.percent().onWire())
                        .put("gap", decimal(perceived.gap()));
    }

    private static ObjectNode stimulation(Stimulation stimulation) {
        ObjectNode node = Json.object().put("definition", stimulation.definition());
        each(
                node,
                "byState",
                stimulation.byState(),
                (by, out) -> out.put("state", by.state().word())
                        .put("entries", by.entries())
                        .put("mean", decimal(by.mean())));
        each(
                node,
                "byProgram",
                stimulation.byProgram(),
                (by, out) -> out.put("program", by.program())
                        .put("entries", by.entries())
                        .put("mean", by.mean().onWire()));
        each(
                node,
                "bands",
                stimulation.bands(),
                (band, out) -> out.put("from", band.from().toString())
                        .put("to", band.to().toString())
                        .put("on", band.on())
                        .put("program", band.program())
                        .put("waveform", band.waveform()));
        return node;
    }

    private static void ledger(LedgerEntry entry, ObjectNode out) {
        out.put("device", entry.device())
                .put("boot", entry.boot())
                .put("highest", entry.highest())
                .put("sent", entry.sent())
                .put("received", entry.received())
                .put("missingRanges", entry.missingRanges());
        ArrayNode missing = out.putArray("missing");
        entry.missing().forEach(missing::add);
        // Absent where there are none, so that an outcome from before there were these keeps its bytes.
        if (entry.conflictingNumbers() > 0) {
            ArrayNode conflicts =
                    out.put("conflictingNumbers", entry.conflictingNumbers()).putArray("conflicts");
            entry.conflicts().forEach(conflicts::add);
        }
    }

    private static void day(Day day, ObjectNode out) {
        out.put("date", day.date().toString())
                .put("window", day.window().word())
                .put("entries", day.entries())
                .put("mean", decimal(day.mean()))
                .put("length", day.length().toString())
                .put("on", day.on().toString())
                .put("off", day.off().toString())
                .put("unknown", day.unknown().toString())
                .put("usagePercent", decimal(day.usagePercent()));
        UsageBounds usage = day.usageBounds();
        out.set(
                "usageBounds",
                usage == null
                        ? null
                        : Json.object()
                                .put("low", usage.low().onWire())
                                .put("high", usage.high().onWire()));
    }

    private static void clock(BootClock clock, ObjectNode out) {
        out.put("device", clock.device()).put("boot", clock.boot());
        if (clock.fromSeq() != null) {
            out.put("fromSeq", clock.fromSeq());
        }
        out.put("offset", clock.offsetMillis() == null ? null : duration(clock.offsetMillis()))
                .put("liveSamples", clock.liveSamples())
                .put("trust", clock.trust().word());
    }

    private static void shown(Shown shown, ObjectNode out) {
        out.put("at", shown.at().toString())
                .put("device", shown.device())
                .put("kind", shown.kind())
                .put("text", shown.text());
    }

    private static void missing(Missing missing, ObjectNode out) {
        out.put("what", missing.what()).put("date", missing.date().toString()).put("until", text(missing.until()));
    }

    private static <T> void each(ObjectNode node, String field, Iterable<T> items, BiConsumer<T, ObjectNode> write) {
        ArrayNode array = node.putArray(field);
        items.forEach(item -> write.accept(item, array.addObject()));
    }

    private static @Nullable BigDecimal decimal(@Nullable Rational figure) {
        return figure == null ? null : figure.onWire();
    }

    // The decimal that the number stands for, not the binary one: 0.29 is 0.2899… in binary, and would be sent as that.
    private static @Nullable BigDecimal decimal(@Nullable Double figure) {
        return figure == null ? null : BigDecimal.valueOf(figure).setScale(PLACES, RoundingMode.DOWN);
    }

    private static @Nullable String word(@Nullable Word word) {
        return word == null ? null : word.word();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String duration(long millis) {
        return Duration.ofMillis(millis).toString();
    }
}
