package io.dorsal.opioid.core;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.NotConvertedReason;
import io.dorsal.opioid.core.Conversion.Converted;
import io.dorsal.opioid.core.Conversion.Unconverted;
import io.dorsal.opioid.core.Drug.Route;
import io.dorsal.opioid.core.Drug.Strength;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Doses under one factor set. What has no factor is named and never counted as zero. */
public record Conversions(DrugTable drugs, FactorSet factors) {
    private static final Rational MICROGRAMS_PER_MILLIGRAM = Rational.of(1_000);

    /** One conversion per opioid in the drug; none of a quantity of 0, which was not taken. */
    List<Conversion> taken(String rxcui, Rational quantity, String unit) {
        Dose dose = Dose.of(quantity, unit);
        return each(rxcui, quantity, drug -> strength -> milligrams(drug, strength, dose));
    }

    /**
     * A patch on the skin.
     *
     * @param days for what share of the day; 2 for two patches all day
     */
    List<Conversion> worn(String rxcui, Rational days) {
        return each(rxcui, days, drug -> strength -> microgramsPerHour(drug, strength, days));
    }

    /** A day of a regimen. Patches are prescribed by how many are worn at once, however often they are changed. */
    List<Conversion> prescribed(String rxcui, Rational quantity, Rational timesPerDay, String unit) {
        Dose dose = Dose.of(quantity, unit);
        return dose != null && dose.measure() == Dose.Measure.PATCH
                ? worn(rxcui, quantity)
                : taken(rxcui, quantity.times(timesPerDay), unit);
    }

    private List<Conversion> each(
            String rxcui, Rational quantity, Function<Drug, Function<Strength, Conversion>> conversion) {
        if (quantity.signum() == 0) {
            return List.of();
        }
        Drug drug = drugs.find(rxcui);
        return drug == null
                ? List.of(new Unconverted(rxcui, null, null, NotConvertedReason.UNKNOWN_DRUG))
                : drug.strengths().stream().map(conversion.apply(drug)).toList();
    }

    private Conversion milligrams(Drug drug, Strength strength, @Nullable Dose dose) {
        boolean alone = drug.strengths().size() == 1;
        Rational milligrams = dose == null ? null : dose.milligrams(strength, alone);
        return decide(drug, strength, Factor.Unit.MG_PER_DAY, milligrams);
    }

    private Conversion microgramsPerHour(Drug drug, Strength strength, Rational days) {
        Rational rate = strength.unit() == StrengthUnit.MG_PER_HOUR
                ? strength.value().times(MICROGRAMS_PER_MILLIGRAM).times(days)
                : null;
        return decide(drug, strength, Factor.Unit.MICROGRAM_PER_HOUR, rate);
    }

    /** @param amount null where unit and strength do not fit each other */
    private Conversion decide(Drug drug, Strength strength, Factor.Unit unit, @Nullable Rational amount) {
        Factor factor = factors.of(strength.opioid());
        if (factor == null) {
            return unconverted(drug, strength, NotConvertedReason.NO_FACTOR);
        }
        if (drug.route() == Route.PARENTERAL) {
            return unconverted(drug, strength, NotConvertedReason.PARENTERAL);
        }
        if (!factor.holdsFor(drug)) {
            return unconverted(drug, strength, NotConvertedReason.NO_FACTOR);
        }
        return amount == null || factor.unit() != unit
                ? unconverted(drug, strength, NotConvertedReason.UNIT_DOES_NOT_FIT)
                : new Converted(factor, amount);
    }

    private static Unconverted unconverted(Drug drug, Strength strength, NotConvertedReason reason) {
        return new Unconverted(drug.rxcui(), drug.name(), strength.opioid().name(), reason);
    }
}
