package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Rational;
import io.dorsal.model.Word;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Change;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import io.dorsal.model.outcome.OpioidOutcome.DayDrug;
import io.dorsal.model.outcome.OpioidOutcome.DrugMme;
import io.dorsal.model.outcome.OpioidOutcome.NotConverted;
import io.dorsal.model.outcome.OpioidOutcome.Series;
import io.dorsal.model.outcome.OpioidOutcome.WindowMme;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Opioid outcomes, record to bytes: the value of {@code dorsal.opioid-outcomes.v1} and, with {@code computedAt} added,
 * the answer of {@code GET /api/opioids/{trialId}}. Figures are decimals truncated to four places; {@code exact} carries
 * the fraction. What was taken stands at the top, what was prescribed in {@code prescribed}.
 */
public final class OpioidOutcomeCodec {
    private OpioidOutcomeCodec() {}

    public static byte[] stored(OpioidOutcome outcome) {
        return Json.bytes(node(outcome));
    }

    public static ObjectNode node(OpioidOutcome o) {
        ObjectNode node = Json.object();
        node.put("trialId", o.trialId().value())
                .put("definition", o.definition())
                .put("factorSet", o.factorSet())
                .put("drugTable", o.drugTable())
                .put("asOf", o.asOf().toString())
                .put("final", o.complete())
                .put("status", o.status().word())
                .put("reason", word(o.reason()));
        series(o.taken(), node);
        ObjectNode prescribed = Json.object();
        series(o.prescribed(), prescribed);
        node.set("prescribed", prescribed);
        each(node, "days", o.days(), OpioidOutcomeCodec::day);
        return node.put("factDigest", o.factDigest()).put("statedDigest", o.statedDigest());
    }

    private static void series(Series series, ObjectNode out) {
        out.set("baseline", window(series.baseline()));
        out.set("trial", window(series.trial()));
        out.set("lastThree", window(series.lastThree()));
        out.set("end", window(series.end()));
        out.set("change", change(series.change()));
        each(out, "byDrug", series.byDrug(), OpioidOutcomeCodec::drug);
        each(out, "notConverted", series.notConverted(), OpioidOutcomeCodec::notConverted);
    }

    private static ObjectNode window(WindowMme window) {
        return Json.object()
                .put("from", text(window.from()))
                .put("to", text(window.to()))
                .put("mean", decimal(window.mean()))
                .put("exact", text(window.mean()))
                .put("knownDays", window.knownDays())
                .put("days", window.days())
                .put("partialDays", window.partialDays());
    }

    private static @Nullable ObjectNode change(@Nullable Change change) {
        if (change == null) {
            return null;
        }
        ObjectNode node = Json.object()
                .put("percent", decimal(change.percent()))
                .put("exact", text(change.percent()))
                .put("lastThreePercent", decimal(change.lastThreePercent()))
                .put("endPercent", decimal(change.endPercent()));
        ArrayNode reached = node.putArray("reached");
        change.reached().forEach(reduction -> reached.add(reduction.word()));
        return node.put("tierBefore", change.tierBefore().word())
                .put("tierAfter", word(change.tierAfter()))
                .put("partial", change.partial());
    }

    private static void drug(DrugMme drug, ObjectNode out) {
        out.put("drug", drug.drug())
                .put("name", drug.name())
                .put("baseline", decimal(drug.baseline()))
                .put("trial", decimal(drug.trial()))
                .put("lastThree", decimal(drug.lastThree()))
                .put("end", decimal(drug.end()));
    }

    private static void notConverted(NotConverted present, ObjectNode out) {
        out.put("rxcui", present.rxcui())
                .put("name", present.name())
                .put("opioid", present.opioid())
                .put("reason", present.reason().word())
                .put("baselineDays", present.baselineDays())
                .put("trialDays", present.trialDays());
    }

    private static void day(Day day, ObjectNode out) {
        out.put("date", day.date().toString())
                .put("window", day.window().word())
                .put("known", day.known())
                .put("mme", decimal(day.mme()))
                .put("partial", day.partial())
                .put("contradicted", day.contradicted());
        each(out, "byDrug", day.byDrug(), OpioidOutcomeCodec::dayDrug);
        ArrayNode notConverted = out.putArray("notConverted");
        day.notConverted().forEach(notConverted::add);
        out.put("prescribed", decimal(day.prescribed()));
    }

    private static void dayDrug(DayDrug drug, ObjectNode out) {
        out.put("drug", drug.drug())
                .put("name", drug.name())
                .put("mme", drug.mme().onWire());
    }

    private static <T> void each(ObjectNode node, String field, Iterable<T> items, BiConsumer<T, ObjectNode> write) {
        ArrayNode array = node.putArray(field);
        items.forEach(item -> write.accept(item, array.addObject()));
    }

    private static @Nullable BigDecimal decimal(@Nullable Rational figure) {
        return figure == null ? null : figure.onWire();
    }

    private static @Nullable String word(@Nullable Word word) {
        return word == null ? null : word.word();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
