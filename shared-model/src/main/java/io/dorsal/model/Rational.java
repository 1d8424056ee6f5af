package io.dorsal.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;

/** An exact fraction in lowest terms with a positive denominator. Rounding happens only on display. */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);
    private static final int WIRE_PLACES = 4;

    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("A fraction needs a denominator other than 0.");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Rational of(long whole) {
        return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Rational of(BigDecimal decimal) {
        return decimal.scale() >= 0
                ? new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Rational(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    /** Parses the form {@code numerator/denominator}. */
    public static Rational parse(String exact) {
        int slash = exact.indexOf('/');
        return new Rational(new BigInteger(exact.substring(0, slash)), new BigInteger(exact.substring(slash + 1)));
    }

    /** The arithmetic mean; the collection must not be empty. */
    public static Rational mean(Collection<Rational> values) {
        return sum(values).dividedBy(of(values.size()));
    }

    public static Rational sum(Collection<Rational> values) {
        Rational sum = ZERO;
        for (Rational value : values) {
            sum = sum.plus(value);
        }
        return sum;
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negated());
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Rational times(long factor) {
        return times(of(factor));
    }

    public Rational dividedBy(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isAtMost(Rational other) {
        return compareTo(other) <= 0;
    }

    public boolean isBelow(Rational other) {
        return compareTo(other) < 0;
    }

    /** Truncated toward zero, so that 49.95 never shows as 50.0. */
    public BigDecimal truncated(int places) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), places, RoundingMode.DOWN);
    }

    /** Rounded half up, away from zero: for figures that no threshold is compared with. */
    public BigDecimal rounded(int places) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), places, RoundingMode.HALF_UP);
    }

    /** The form of every figure in JSON: four places, truncated. */
    public BigDecimal onWire() {
        return truncated(WIRE_PLACES);
    }

    public double toDouble() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), java.math.MathContext.DECIMAL64)
                .doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The form {@code numerator/denominator}. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
