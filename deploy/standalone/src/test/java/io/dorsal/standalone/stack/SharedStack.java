package io.dorsal.standalone.stack;

import io.dorsal.standalone.bench.BenchStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** The packaged stack in a temporary folder, started once for all integration tests of this module. */
final class SharedStack {
    private static final class Once {
        static final BenchStack STACK = start();

        private static BenchStack start() {
            try {
                return BenchStack.temporary(Set.of());
            } catch (IOException e) {
                throw new UncheckedIOException("expected the packaged stack to start", e);
            }
        }
    }

    private SharedStack() {}

    /** It stops with this JVM. */
    static BenchStack running() {
        return Once.STACK;
    }
}
