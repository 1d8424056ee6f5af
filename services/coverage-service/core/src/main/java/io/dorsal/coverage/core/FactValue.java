package io.dorsal.coverage.core;

import io.dorsal.model.Rational;
import java.time.LocalDate;
import java.util.List;

/** The value of a known fact. */
public sealed interface FactValue {

    record Amount(Rational amount) implements FactValue {}

    /** @param codes at least one, sorted */
    record Codes(List<String> codes) implements FactValue {
        public Codes {
            codes = codes.stream().sorted().distinct().toList();
        }

        static Codes of(String code) {
            return new Codes(List.of(code));
        }
    }

    record Day(LocalDate date) implements FactValue {}
}
