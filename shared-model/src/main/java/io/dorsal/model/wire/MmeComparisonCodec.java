package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.MmeComparison;
import io.dorsal.model.outcome.OpioidOutcome;
import org.jspecify.annotations.Nullable;

/** Two outcomes and what comparing them amounts to: the answer of {@code GET /api/opioids/{trialId}/comparison}. */
public final class MmeComparisonCodec {
    private MmeComparisonCodec() {}

    public static ObjectNode node(OpioidOutcome before, OpioidOutcome after) {
        MmeComparison comparison = MmeComparison.compare(before, after);
        ObjectNode node = Json.object();
        node.put("trialId", before.trialId().value()).put("asOf", before.asOf().toString());
        node.set("before", side(before, before.taken().baseline().mean()));
        node.set("after", side(after, after.taken().trial().mean()));
        Rational percent = comparison.percent();
        return node.put("verdict", comparison.verdict().word())
                .put("percent", percent == null ? null : percent.onWire())
                .put("exact", percent == null ? null : percent.toString());
    }

    private static ObjectNode side(OpioidOutcome outcome, @Nullable Rational mean) {
        return Json.object()
                .put("definition", outcome.definition())
                .put("factorSet", outcome.factorSet())
                .put("mean", mean == null ? null : mean.onWire())
                .put("exact", mean == null ? null : mean.toString());
    }
}
