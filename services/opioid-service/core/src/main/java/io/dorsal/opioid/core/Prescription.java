package io.dorsal.opioid.core;

import io.dorsal.model.Rational;
import io.dorsal.model.trial.Regimen;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The regimen at its maximum, by local date, first and last date included: what is prescribed as needed counts in full.
 * Without any regimen nothing is known, which is not a prescription of nothing.
 */
final class Prescription {
    private Prescription() {}

    static NavigableMap<LocalDate, MmeDay> of(List<Regimen> regimen, List<LocalDate> dates, Conversions conversions) {
        NavigableMap<LocalDate, MmeDay> days = new TreeMap<>();
        if (regimen.isEmpty()) {
            return days;
        }
        for (LocalDate date : dates) {
            List<Conversion> ofDate = regimen.stream()
                    .filter(drug -> isInForce(drug, date))
                    .flatMap(drug -> conversions
                            .prescribed(
                                    drug.rxcui(),
                                    Rational.of(drug.quantity()),
                                    Rational.of(drug.timesPerDay()),
                                    drug.unit())
                            .stream())
                    .toList();
            days.put(date, MmeDay.of(ofDate));
        }
        return days;
    }

    private static boolean isInForce(Regimen drug, LocalDate date) {
        return !date.isBefore(drug.from()) && (drug.to() == null || !date.isAfter(drug.to()));
    }
}
