package io.dorsal.standalone.simulate.core;

/**
 * Seeded chance: the same seed and path give the same throws on every machine and JDK.
 *
 * <p>SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) written out, because the library leaves the algorithm behind some of
 * its distributions open. Each patient and day has dice of its own, so one more throw today does not change tomorrow.
 */
public final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    public static Dice of(long seed, Object... path) {
        long state = mix(seed + GOLDEN_GAMMA);
        for (Object step : path) {
            state = mix(state ^ textHash(step.toString()));
        }
        return new Dice(state);
    }

    /** From 0, included, to 1, not. */
    public double uniform() {
        return (next() >>> 11) * UNIT;
    }

    public double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** A whole number from 0 to {@code bound} − 1. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Bell-shaped with mean 0 and standard deviation 1: twelve uniforms (Irwin–Hall), within ±6. */
    public double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += uniform();
        }
        return sum;
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** FNV-1a over UTF-16 units; {@code String.hashCode} would collide too easily for ids that count up. */
    private static long textHash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }
}
