package io.dorsal.dashboard.core.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A straight line from a domain of values to a range of coordinates; a value outside lands on the nearer end. */
public record Scale(double domainFrom, double domainTo, double rangeFrom, double rangeTo) {
    public Scale {
        if (!(domainFrom < domainTo)) {
            throw new IllegalArgumentException("A scale needs a domain that is not empty.");
        }
    }

    public double at(double value) {
        double inside = Math.clamp(value, domainFrom, domainTo);
        return rangeFrom + (inside - domainFrom) / (domainTo - domainFrom) * (rangeTo - rangeFrom);
    }

    /** A coordinate as it stands in a document: at most two places, always with a point. */
    public static String written(double coordinate) {
        return BigDecimal.valueOf(coordinate)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
