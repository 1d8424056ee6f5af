package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.window.WindowRules;

/** Which days make a mean, record to JSON and back. */
public final class WindowRulesCodec {
    private static final int DAYS_MAX = 1_000;

    private WindowRulesCodec() {}

    public static ObjectNode node(WindowRules rules) {
        return Json.object()
                .put("baselineDays", rules.baselineDays())
                .put("baselineAnsweredMin", rules.baselineAnsweredMin())
                .put("trialAnsweredMin", rules.trialAnsweredMin())
                .put("trialAnsweredShareMin", rules.trialAnsweredShareMin().toString())
                .put("lastDays", rules.lastDays())
                .put("trialDaysMax", rules.trialDaysMax());
    }

    public static WindowRules parse(JsonFields f) {
        return new WindowRules(
                days(f, "baselineDays"),
                days(f, "baselineAnsweredMin"),
                days(f, "trialAnsweredMin"),
                f.fraction("trialAnsweredShareMin"),
                days(f, "lastDays"),
                days(f, "trialDaysMax"));
    }

    private static int days(JsonFields f, String field) {
        return (int) f.whole(field, 0, DAYS_MAX);
    }
}
