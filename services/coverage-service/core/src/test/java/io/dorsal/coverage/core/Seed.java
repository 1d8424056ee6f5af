package io.dorsal.coverage.core;

import java.util.Random;

/** The randomness of property tests: prints its seed, and {@code -Dseed=} replays it. */
public final class Seed {
    private Seed() {}

    public static Random random(Class<?> test) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println(test.getSimpleName() + " -Dseed=" + seed);
        return new Random(seed);
    }
}
