package io.dorsal.opioid.core;

import io.dorsal.model.DefinitionName;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.MmeTier;
import io.dorsal.model.outcome.Reduction;
import io.dorsal.model.window.WindowRules;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Every number of definition {@code opioid/1} that is a choice and is no factor.
 *
 * @param windows the same days as for pain
 * @param aheadMin how far a report must be dated after its receipt to count as one of its receipt [as for pain]
 * @param leaves at most which share of the baseline a reduction leaves [30 and 50 % as for pain, IMMPACT; 20 % ours]
 * @param tierFrom the lowest MME per day of each tier but zero, which it lies above [50: "pause and reassess" of the 2022
 *     guideline; 90: the 2016 guideline, in payer and research use since; 20 ours]
 */
public record Rules(
        WindowRules windows,
        Duration aheadMin,
        Map<Reduction, Rational> leaves,
        NavigableMap<Rational, MmeTier> tierFrom) {

    public static final Rules OPIOID_1 = new Rules(
            WindowRules.SEVEN_DAY_DIARY,
            Duration.ofMinutes(1),
            Map.of(
                    Reduction.AT_LEAST_20, Rational.of(4, 5),
                    Reduction.AT_LEAST_30, Rational.of(7, 10),
                    Reduction.AT_LEAST_50, Rational.of(1, 2)),
            new TreeMap<>(Map.of(
                    Rational.ZERO,
                    MmeTier.ABOVE_0,
                    Rational.of(20),
                    MmeTier.FROM_20,
                    Rational.of(50),
                    MmeTier.FROM_50,
                    Rational.of(90),
                    MmeTier.FROM_90)));

    public Rules {
        leaves = Map.copyOf(leaves);
        tierFrom = Collections.unmodifiableNavigableMap(new TreeMap<>(tierFrom));
    }

    /** The name under which outcomes by these rules are shown. */
    String named(String definition) {
        return DefinitionName.of(definition, OPIOID_1.numbers(), numbers());
    }

    private List<Object> numbers() {
        return List.of(
                windows.baselineDays(),
                windows.baselineAnsweredMin(),
                windows.trialAnsweredMin(),
                windows.trialAnsweredShareMin(),
                windows.lastDays(),
                windows.trialDaysMax(),
                aheadMin,
                new TreeMap<>(leaves),
                tierFrom);
    }

    Rational leaves(Reduction reduction) {
        return leaves.getOrDefault(reduction, Rational.ZERO);
    }

    MmeTier tier(Rational mmePerDay) {
        return mmePerDay.signum() == 0
                ? MmeTier.ZERO
                : tierFrom.floorEntry(mmePerDay).getValue();
    }
}
