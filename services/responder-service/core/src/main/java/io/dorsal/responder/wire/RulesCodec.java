package io.dorsal.responder.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import io.dorsal.model.wire.WindowRulesCodec;
import io.dorsal.responder.core.HolisticRules;
import io.dorsal.responder.core.HolisticRules.Threshold;
import io.dorsal.responder.core.Rules;
import java.math.BigDecimal;

/** The numbers that an outcome was computed with, record to JSON and back: fractions exact, durations as ISO 8601. */
public final class RulesCodec {
    private static final int LIST_MAX = 1_000_000;

    private RulesCodec() {}

    public static ObjectNode node(Rules rules) {
        ObjectNode node = Json.object();
        node.set("diary", WindowRulesCodec.node(rules.diary()));
        node.putObject("relief")
                .put("high", rules.relief().high().toString())
                .put("responder", rules.relief().responder().toString())
                .put("moderate", rules.relief().moderate().toString())
                .put("confidence", BigDecimal.valueOf(rules.relief().confidence()));
        node.putObject("stimulation")
                .put("washout", rules.stimulation().washout().toString())
                .put("impedanceJump", rules.stimulation().impedanceJump().toString());
        Rules.Clock clock = rules.clock();
        node.putObject("clock")
                .put("trustedMax", clock.trustedMax().toString())
                .put("liveApartMin", clock.liveApartMin().toString())
                .put("liveDriftMax", clock.liveDriftMax().toString())
                .put("liveRunMin", clock.liveRunMin())
                .put("heldMax", clock.heldMax().toString())
                .put("correctedMin", clock.correctedMin().toString());
        node.putObject("limits")
                .put("bandsMax", rules.limits().bandsMax())
                .put("shownMax", rules.limits().shownMax())
                .put("missingRangesMax", rules.limits().missingRangesMax());
        node.set("function", function(rules.function()));
        return node;
    }

    private static ObjectNode function(HolisticRules rules) {
        ObjectNode node = Json.object();
        node.set("painNrs", threshold(rules.painNrs()));
        node.set("painVas", threshold(rules.painVas()));
        node.set("odi", threshold(rules.odi()));
        node.set("eq5d5l", threshold(rules.eq5d5l()));
        node.set("promisPhysicalFunction", threshold(rules.promisPhysicalFunction()));
        node.set("promisPainInterference", threshold(rules.promisPainInterference()));
        node.set("promisSleepDisturbance", threshold(rules.promisSleepDisturbance()));
        node.set("sleep", threshold(rules.sleep()));
        return node.put("baselineAgeMax", rules.baselineAgeMax().toString());
    }

    private static ObjectNode threshold(Threshold threshold) {
        return Json.object()
                .put("mcid", threshold.mcid().toString())
                .put("impairedFrom", threshold.impairedFrom().toString());
    }

    /** @throws io.dorsal.model.Malformed naming field and what was expected */
    public static Rules parse(JsonFields f) {
        return new Rules(
                f.object("diary", WindowRulesCodec::parse),
                f.object("relief", RulesCodec::relief),
                f.object("stimulation", s -> new Rules.Stimulation(s.duration("washout"), s.fraction("impedanceJump"))),
                f.object("clock", RulesCodec::clock),
                f.object(
                        "limits",
                        l -> new Rules.Limits(
                                count(l, "bandsMax"), count(l, "shownMax"), count(l, "missingRangesMax"))),
                f.object("function", RulesCodec::function));
    }

    private static Rules.Relief relief(JsonFields f) {
        return new Rules.Relief(
                f.fraction("high"),
                f.fraction("responder"),
                f.fraction("moderate"),
                f.decimal("confidence", 0, 1).doubleValue());
    }

    private static Rules.Clock clock(JsonFields f) {
        return new Rules.Clock(
                f.duration("trustedMax"),
                f.duration("liveApartMin"),
                f.duration("liveDriftMax"),
                count(f, "liveRunMin"),
                f.duration("heldMax"),
                f.duration("correctedMin"));
    }

    private static HolisticRules function(JsonFields f) {
        return new HolisticRules(
                f.object("painNrs", RulesCodec::threshold),
                f.object("painVas", RulesCodec::threshold),
                f.object("odi", RulesCodec::threshold),
                f.object("eq5d5l", RulesCodec::threshold),
                f.object("promisPhysicalFunction", RulesCodec::threshold),
                f.object("promisPainInterference", RulesCodec::threshold),
                f.object("promisSleepDisturbance", RulesCodec::threshold),
                f.object("sleep", RulesCodec::threshold),
                f.duration("baselineAgeMax"));
    }

    private static Threshold threshold(JsonFields f) {
        return new Threshold(f.fraction("mcid"), f.fraction("impairedFrom"));
    }

    private static int count(JsonFields f, String field) {
        return (int) f.whole(field, 0, LIST_MAX);
    }
}
