package io.dorsal.opioid.core;

import io.dorsal.model.Rational;
import java.util.List;

/**
 * One RxNorm drug.
 *
 * @param doseForm RxCUI of the dose form
 * @param strengths one per opioid in it; two salts of one opioid are one
 */
public record Drug(String rxcui, String name, String doseForm, Route route, List<Strength> strengths) {

    /** How a dose form brings the drug in. */
    public enum Route {
        ENTERAL,
        MUCOSAL,
        TRANSDERMAL,
        PARENTERAL
    }

    /** How much of one opioid, per what. */
    public record Strength(Opioid opioid, Rational value, StrengthUnit unit) {}
}
