package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.HolisticDomain;
import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.HolisticOutcome.Change;
import io.dorsal.model.outcome.HolisticOutcome.Impression;
import io.dorsal.model.outcome.HolisticOutcome.Lack;
import io.dorsal.model.outcome.HolisticOutcome.Score;
import io.dorsal.model.outcome.HolisticOutcome.Side;
import io.dorsal.model.outcome.HolisticReason;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.report.CodingDirection;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code function} of a responder outcome, record to JSON and back. Scores in MCIDs come back exact; every
 * other figure as the truncated decimal that was sent.
 */
final class HolisticOutcomeCodec {
    private static final int TEXT_LENGTH_MAX = 4_096;
    private static final int ITEMS_MAX = 100;
    private static final String EXACT = "exact";

    private HolisticOutcomeCodec() {}

    static ObjectNode node(HolisticOutcome outcome) {
        ObjectNode node = Json.object()
                .put("definition", outcome.definition())
                .put("status", outcome.status().word())
                .put(
                        "reason",
                        outcome.reason() == null ? null : outcome.reason().word())
                .put("cumulativeScore", decimal(outcome.cumulativeScore()))
                .put(EXACT, exact(outcome.cumulativeScore()));
        ArrayNode domains = node.putArray("domains");
        outcome.domains().forEach(domain -> domains.add(change(domain)));
        node.set("pgic", impression(outcome.pgic()));
        ArrayNode missing = node.putArray("missing");
        outcome.missing()
                .forEach(lack -> missing.addObject()
                        .put("instrument", lack.instrument().word())
                        .put("what", lack.what().word()));
        return node;
    }

    private static ObjectNode change(Change change) {
        ObjectNode node = Json.object().put("instrument", change.instrument().word());
        node.set("baseline", score(change.baseline()));
        node.set("trial", score(change.trial()));
        return node.put("improvement", decimal(change.improvement()))
                .put("mcid", change.mcid().onWire())
                .put("mcids", decimal(change.mcids()))
                .put(EXACT, exact(change.mcids()))
                .put("impaired", change.impaired());
    }

    private static @Nullable ObjectNode score(@Nullable Score score) {
        return score == null
                ? null
                : Json.object()
                        .put("at", score.at() == null ? null : score.at().toString())
                        .put("score", score.score().onWire());
    }

    private static @Nullable ObjectNode impression(@Nullable Impression pgic) {
        return pgic == null
                ? null
                : Json.object()
                        .put("at", pgic.at().toString())
                        .put("score", pgic.score().onWire())
                        .put("direction", pgic.direction().word());
    }

    static HolisticOutcome parse(JsonFields f) {
        return new HolisticOutcome(
                f.text("definition", TEXT_LENGTH_MAX),
                f.oneOf("status", Status.class),
                f.optional("reason", name -> f.oneOf(name, HolisticReason.class)),
                f.optional(EXACT, name -> ResponderOutcomeReader.exact(f, name)),
                f.list("domains", ITEMS_MAX, HolisticOutcomeCodec::change),
                f.optional("pgic", name -> f.object(name, HolisticOutcomeCodec::impression)),
                f.list("missing", ITEMS_MAX, HolisticOutcomeCodec::lack));
    }

    private static Change change(JsonFields f) {
        return new Change(
                f.oneOf("instrument", HolisticDomain.class),
                f.optional("baseline", name -> f.object(name, HolisticOutcomeCodec::score)),
                f.optional("trial", name -> f.object(name, HolisticOutcomeCodec::score)),
                ResponderOutcomeReader.figure(f, "improvement"),
                ResponderOutcomeReader.rational(f, "mcid"),
                f.optional(EXACT, name -> ResponderOutcomeReader.exact(f, name)),
                f.optional("impaired", f::flag));
    }

    private static Score score(JsonFields f) {
        return new Score(f.optional("at", f::instant), ResponderOutcomeReader.rational(f, "score"));
    }

    private static Impression impression(JsonFields f) {
        return new Impression(
                f.instant("at"),
                ResponderOutcomeReader.rational(f, "score"),
                f.oneOf("direction", CodingDirection.class));
    }

    private static Lack lack(JsonFields f) {
        return new Lack(f.oneOf("instrument", HolisticDomain.class), f.oneOf("what", Side.class));
    }

    private static @Nullable BigDecimal decimal(@Nullable Rational figure) {
        return figure == null ? null : figure.onWire();
    }

    private static @Nullable String exact(@Nullable Rational figure) {
        return figure == null ? null : figure.toString();
    }
}
