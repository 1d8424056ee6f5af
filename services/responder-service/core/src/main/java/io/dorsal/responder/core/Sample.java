package io.dorsal.responder.core;

import io.dorsal.model.Rational;
import java.util.List;

/**
 * Daily means as a sample. Mean and variance are exact, hence independent of the order of summing.
 *
 * @param meanVariance the estimated variance of the mean, s²/n
 */
record Sample(int size, Rational mean, Rational meanVariance) {
    static final int SIZE_MIN = 2;

    static Sample of(List<Rational> values) {
        Rational mean = Rational.mean(values);
        Rational squares = Rational.sum(values.stream()
                .map(value -> value.minus(mean))
                .map(deviation -> deviation.times(deviation))
                .toList());
        long size = values.size();
        return new Sample(values.size(), mean, squares.dividedBy(Rational.of(size * (size - 1))));
    }

    /** The same in another unit. */
    Sample in(Rational unit) {
        return new Sample(size, mean.dividedBy(unit), meanVariance.dividedBy(unit.times(unit)));
    }
}
