package io.dorsal.opioid.core;

import io.dorsal.model.Rational;
import io.dorsal.opioid.core.Conversion.Converted;
import io.dorsal.opioid.core.Conversion.Unconverted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One known day of one series.
 *
 * @param byOpioid MME; a sliding factor is that of the whole day's dose
 * @param unconverted each once; not empty makes the total partial
 */
record MmeDay(SortedMap<Opioid, Rational> byOpioid, List<Unconverted> unconverted) {
    static final Comparator<Opioid> BY_NAME = Comparator.comparing(Opioid::name).thenComparing(Opioid::rxcui);

    static MmeDay of(Collection<Conversion> conversions) {
        Map<Opioid, Factor> factors = new TreeMap<>(BY_NAME);
        Map<Opioid, Rational> amounts = new TreeMap<>(BY_NAME);
        List<Unconverted> unconverted = new ArrayList<>();
        for (Conversion conversion : conversions) {
            switch (conversion) {
                case Converted dose -> {
                    factors.put(dose.factor().opioid(), dose.factor());
                    amounts.merge(dose.factor().opioid(), dose.amount(), Rational::plus);
                }
                case Unconverted present -> unconverted.add(present);
            }
        }
        SortedMap<Opioid, Rational> byOpioid = new TreeMap<>(BY_NAME);
        factors.forEach(
                (opioid, factor) -> byOpioid.put(opioid, factor.mme(amounts.getOrDefault(opioid, Rational.ZERO))));
        return new MmeDay(
                byOpioid,
                unconverted.stream().distinct().sorted(Unconverted.BY_DRUG).toList());
    }

    Rational total() {
        return Rational.sum(byOpioid.values());
    }

    boolean isPartial() {
        return !unconverted.isEmpty();
    }
}
