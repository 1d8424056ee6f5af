package io.dorsal.opioid.core;

import io.dorsal.model.Rational;
import io.dorsal.opioid.core.Drug.Strength;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * So much of a drug, as reported: {@code 2 {tab}}, {@code 5 mL}, {@code 250 ug}. Units in UCUM; what stands in braces
 * is a closed list, because {@code {tsp}} or {@code {dose}} says nothing certain.
 */
record Dose(Rational quantity, Measure measure) {

    /** What a unit counts. */
    enum Measure {
        MILLIGRAM,
        MILLILITRE,
        PIECE,
        ACTUATION,
        PATCH
    }

    private record Unit(Measure measure, Rational times) {}

    private static final Rational THOUSAND = Rational.of(1_000);
    private static final Unit PIECES = new Unit(Measure.PIECE, Rational.ONE);
    private static final Unit ACTUATIONS = new Unit(Measure.ACTUATION, Rational.ONE);
    private static final Unit PATCHES = new Unit(Measure.PATCH, Rational.ONE);
    private static final Unit MILLILITRES = new Unit(Measure.MILLILITRE, Rational.ONE);
    private static final Unit LITRES = new Unit(Measure.MILLILITRE, THOUSAND);
    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("g", new Unit(Measure.MILLIGRAM, THOUSAND)),
            Map.entry("mg", new Unit(Measure.MILLIGRAM, Rational.ONE)),
            Map.entry("ug", new Unit(Measure.MILLIGRAM, Rational.of(1, 1_000))),
            Map.entry("mL", MILLILITRES),
            Map.entry("ml", MILLILITRES),
            Map.entry("L", LITRES),
            Map.entry("l", LITRES),
            Map.entry("1", PIECES),
            Map.entry("{tab}", PIECES),
            Map.entry("{tbl}", PIECES),
            Map.entry("{tablet}", PIECES),
            Map.entry("{cap}", PIECES),
            Map.entry("{capsule}", PIECES),
            Map.entry("{film}", PIECES),
            Map.entry("{loz}", PIECES),
            Map.entry("{lozenge}", PIECES),
            Map.entry("{supp}", PIECES),
            Map.entry("{suppository}", PIECES),
            Map.entry("{actuat}", ACTUATIONS),
            Map.entry("{spray}", ACTUATIONS),
            Map.entry("{puff}", ACTUATIONS),
            Map.entry("{patch}", PATCHES));

    /** Null for a unit that is not on the list. */
    static @Nullable Dose of(Rational quantity, String unit) {
        Unit known = UNITS.get(unit);
        return known == null ? null : new Dose(quantity.times(known.times()), known.measure());
    }

    /**
     * How many milligrams of the strength's opioid it is; null where the unit does not fit the strength.
     *
     * @param alone no other opioid is in the drug, so that a mass can only be its mass
     */
    @Nullable
    Rational milligrams(Strength strength, boolean alone) {
        return switch (measure) {
            case MILLIGRAM -> alone && strength.unit() != StrengthUnit.MG_PER_HOUR ? quantity : null;
            case MILLILITRE -> timesIf(strength, StrengthUnit.MG_PER_ML);
            case PIECE -> timesIf(strength, StrengthUnit.MG);
            case ACTUATION -> timesIf(strength, StrengthUnit.MG_PER_ACTUATION);
            case PATCH -> null;
        };
    }

    private @Nullable Rational timesIf(Strength strength, StrengthUnit unit) {
        return strength.unit() == unit ? quantity.times(strength.value()) : null;
    }
}
