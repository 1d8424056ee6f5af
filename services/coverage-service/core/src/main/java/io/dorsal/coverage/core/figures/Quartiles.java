package io.dorsal.coverage.core.figures;

import io.dorsal.model.Rational;
import io.dorsal.model.figures.ClinicFigures.Spread;
import java.util.List;

/**
 * Median and quartiles, exactly. Between two values they lie where their share of the way says (type 7 of Hyndman and
 * Fan, The American Statistician 1996;50:361, which spreadsheets use).
 */
final class Quartiles {
    private static final int QUARTERS = 4;

    private Quartiles() {}

    /** The list must not be empty. */
    static Spread of(List<Integer> days) {
        List<Integer> sorted = days.stream().sorted().toList();
        return new Spread(sorted.size(), quantile(sorted, 1), quantile(sorted, 2), quantile(sorted, 3));
    }

    private static Rational quantile(List<Integer> sorted, int quarters) {
        long place = (sorted.size() - 1L) * quarters;
        int below = (int) (place / QUARTERS);
        int above = Math.min(below + 1, sorted.size() - 1);
        Rational way = Rational.of(place % QUARTERS, QUARTERS);
        return Rational.of(sorted.get(below)).plus(way.times(sorted.get(above) - sorted.get(below)));
    }
}
