package io.dorsal.opioid;

import io.dorsal.merge.Bounds;
import io.dorsal.merge.Merging;
import io.dorsal.model.Rational;
import io.dorsal.model.window.WindowRules;
import io.dorsal.opioid.core.OpioidTables;
import io.dorsal.opioid.core.Rules;

/** The configuration, checked: a wrong value stops the start with a sentence that says how to mend it. */
final class Settings {
    private static final Bounds BOUNDS = new Bounds("dorsal.opioid.");

    private Settings() {}

    static Merging check(OpioidConfig config, OpioidTables tables) {
        if (!tables.factorSets().containsKey(config.factorSet())) {
            throw BOUNDS.refused(
                    "factor-set", String.join(" or ", tables.factorSets().keySet()), config.factorSet());
        }
        rules(config);
        return new Merging("opioid", config);
    }

    /** The rules of the definition, with the choices made here. */
    static Rules rules(OpioidConfig config) {
        OpioidConfig.Rules chosen = config.rules();
        WindowRules days = Rules.OPIOID_1.windows();
        BOUNDS.range("rules.trial-days-max", chosen.trialDaysMax(), 1, 366);
        BOUNDS.range("rules.baseline-answered-days-min", chosen.baselineAnsweredDaysMin(), 1, days.baselineDays());
        BOUNDS.range("rules.trial-answered-days-min", chosen.trialAnsweredDaysMin(), 1, chosen.trialDaysMax());
        BOUNDS.range("rules.trial-answered-percent-min", chosen.trialAnsweredPercentMin(), 0, 100);
        return new Rules(
                new WindowRules(
                        days.baselineDays(),
                        chosen.baselineAnsweredDaysMin(),
                        chosen.trialAnsweredDaysMin(),
                        Rational.of(chosen.trialAnsweredPercentMin()).dividedBy(Rational.of(100)),
                        days.lastDays(),
                        chosen.trialDaysMax()),
                Rules.OPIOID_1.aheadMin(),
                Rules.OPIOID_1.leaves(),
                Rules.OPIOID_1.tierFrom());
    }
}
